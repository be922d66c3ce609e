using System.Globalization;
using Google.Protobuf.Collections;
using StudySuite.Defaults.Errors;

namespace StudySuite.Planning.Arrangements;

/// <summary>The topics as the issuer writes them, checked as a whole.</summary>
internal static class ArrangementContent
{
    /// <summary>Topics without an id get the next free number, so that plan items can refer to them.</summary>
    public static List<ArrangementTopic> Read(RepeatedField<V1.ArrangementTopic> topics, string field, Violations wrong)
    {
        wrong.AddIf(topics.Count == 0, field, "FIELD_REQUIRED").Range(field, topics.Count, 0, 100);
        var taken = topics.Select(topic => topic.Id).Where(id => id.Length > 0).ToHashSet();
        var read = new List<ArrangementTopic>();
        for (var i = 0; i < topics.Count; i++)
        {
            read.Add(Read(topics[i], $"{field}[{i}]", topics.Take(i).Any(other => other.Id == topics[i].Id), taken, wrong));
        }

        return read;
    }

    private static ArrangementTopic Read(
        V1.ArrangementTopic topic, string at, bool isRepeated, HashSet<string> taken, Violations wrong)
    {
        wrong.OptionalId($"{at}.id", topic.Id)
            .AddIf(topic.Id.Length > 0 && isRepeated, $"{at}.id", "TOPIC_ID_REPEATED")
            .Text($"{at}.title", topic.Title)
            .OptionalText($"{at}.requirement", topic.Requirement, 1000)
            .Range($"{at}.must_read", topic.MustRead.Count + topic.OptionalRead.Count, 0, 100);
        foreach (var text in topic.MustRead.Concat(topic.OptionalRead))
        {
            wrong.Text($"{at}.must_read", text);
        }

        var startsOn = wrong.Date($"{at}.starts_on", topic.StartsOn);
        var endsOn = wrong.Date($"{at}.ends_on", topic.EndsOn);
        wrong.AddIf(endsOn < startsOn, $"{at}.ends_on", "PERIOD_REVERSED");
        return new ArrangementTopic(
            topic.Id.Length > 0 ? topic.Id : NextFree(taken), topic.Title, [.. topic.MustRead], [.. topic.OptionalRead],
            startsOn, endsOn, topic.Mandatory, topic.Requirement);
    }

    private static string NextFree(HashSet<string> taken)
    {
        var number = 1;
        while (!taken.Add(number.ToString("d2", CultureInfo.InvariantCulture)))
        {
            number++;
        }

        return number.ToString("d2", CultureInfo.InvariantCulture);
    }
}
