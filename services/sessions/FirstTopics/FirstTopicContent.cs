using StudySuite.Defaults.Errors;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.FirstTopics;

/// <summary>What the secretary says of a first topic in the pool, checked.</summary>
internal sealed record FirstTopicContent(
    string Title, string Source, string Url, DateOnly PublishedOn, TextBasis TextBasis, string Leader, DateOnly? ReceivedOn)
{
    public static readonly string[] Fields =
        ["title", "source", "url", "published_on", "text_basis", "leader", "received_on"];

    public static FirstTopicContent Check(V1.FirstTopic asked, Violations wrong, TimeProvider clock)
    {
        wrong.Text("first_topic.title", asked.Title, 300)
            .OptionalText("first_topic.source", asked.Source)
            .OptionalUrl("first_topic.url", asked.Url)
            .OptionalText("first_topic.leader", asked.Leader, 100)
            .Enum("first_topic.text_basis", asked.TextBasis)
            .NoSecretMarks("first_topic", asked);
        var publishedOn = wrong.PastDate("first_topic.published_on", asked.PublishedOn, clock);
        var receivedOn = wrong.OptionalPastDate("first_topic.received_on", asked.ReceivedOn, clock);
        wrong.AddIf(receivedOn < publishedOn, "first_topic.received_on", "RECEIVED_BEFORE_PUBLICATION");
        return new FirstTopicContent(
            asked.Title, asked.Source, asked.Url, publishedOn, asked.TextBasis, asked.Leader, receivedOn);
    }
}
