using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Schemes;

/// <summary>What the secretary writes of a scheme, checked as a whole.</summary>
internal static class SchemeContent
{
    public static readonly string[] Fields =
    [
        "start_time", "end_time", "place", "chair", "agenda", "reading_list", "keynote_speakers", "preparation", "materials",
    ];

    public static void Check(Scheme? scheme, Violations wrong)
    {
        if (scheme is null)
        {
            wrong.Add("scheme", "FIELD_REQUIRED");
            return;
        }

        wrong.OptionalText("scheme.place", scheme.Place)
            .OptionalText("scheme.chair", scheme.Chair, 100)
            .OptionalText("scheme.preparation", scheme.Preparation, 2000)
            .NoSecretMarks("scheme", scheme);
        CheckTime("scheme.start_time", scheme.StartTime, wrong);
        CheckTime("scheme.end_time", scheme.EndTime, wrong);
        CheckClock("scheme.start_clock", scheme.StartClock, wrong);
        CheckClock("scheme.end_clock", scheme.EndClock, wrong);
        CheckAgenda("scheme.agenda", scheme.Agenda, wrong);
        CheckTexts("scheme.reading_list", scheme.ReadingList, 50, 300, wrong);
        CheckTexts("scheme.keynote_speakers", scheme.KeynoteSpeakers, 30, 100, wrong);
        wrong.Range("scheme.materials", scheme.Materials.Count, 0, 100);
        for (var i = 0; i < scheme.Materials.Count; i++)
        {
            CheckMaterial($"scheme.materials[{i}]", scheme.Materials[i], wrong);
        }
    }

    /// <summary>Hours on the planned day become times; then they are gone, for nobody types a day twice.</summary>
    public static void TakeClocks(Scheme scheme, DateOnly day, HashSet<string> fields)
    {
        if (scheme.StartClock.Length > 0)
        {
            scheme.StartTime = At(day, scheme.StartClock);
            fields.Add("start_time");
        }

        if (scheme.EndClock.Length > 0)
        {
            scheme.EndTime = At(day, scheme.EndClock);
            fields.Add("end_time");
        }

        (scheme.StartClock, scheme.EndClock) = ("", "");
    }

    /// <summary>After the merge: the mask may have brought only one of the two.</summary>
    public static void CheckTimes(Scheme scheme) => new Violations()
        .AddIf(
            scheme is { StartTime: not null, EndTime: not null } && scheme.EndTime.ToDateTime() <= scheme.StartTime.ToDateTime(),
            "scheme.end_time", "END_BEFORE_START")
        .ThrowIfAny();

    public static void CheckAgenda(string field, RepeatedField<AgendaItem> agenda, Violations wrong)
    {
        wrong.Range(field, agenda.Count, 0, 50);
        for (var i = 0; i < agenda.Count; i++)
        {
            wrong.Text($"{field}[{i}].item", agenda[i].Item, 300)
                .OptionalText($"{field}[{i}].person", agenda[i].Person, 100)
                .Range($"{field}[{i}].minutes", agenda[i].Minutes, 0, 1440);
        }
    }

    public static void CheckTexts(string field, RepeatedField<string> texts, int count, int length, Violations wrong)
    {
        wrong.Range(field, texts.Count, 0, count);
        for (var i = 0; i < texts.Count; i++)
        {
            wrong.Text($"{field}[{i}]", texts[i], length);
        }
    }

    // Seconds of 1950 and 2200; a message off the wire may hold any number.
    private static void CheckTime(string field, Timestamp? time, Violations wrong) => wrong.AddIf(
        time is { Seconds: < -631152000 or > 7258118400 } or { Nanos: < 0 or > 999_999_999 }, field, "TIME_INVALID");

    private static void CheckClock(string field, string clock, Violations wrong) =>
        wrong.AddIf(clock.Length > 0 && !TimeOnly.TryParseExact(clock, "HH:mm", out _), field, "TIME_INVALID");

    private static Timestamp At(DateOnly day, string clock) => new DateTimeOffset(
        day.ToDateTime(TimeOnly.ParseExact(clock, "HH:mm")), TimeSpan.FromHours(8)).ToTimestamp();

    private static void CheckMaterial(string at, Material material, Violations wrong) => wrong
        .Text($"{at}.title", material.Title, 300)
        .Enum($"{at}.kind", material.Kind)
        .OptionalUrl($"{at}.url", material.Url)
        .AddIf(material.Kind == MaterialKind.Link && material.Url.Length == 0, $"{at}.url", "FIELD_REQUIRED")
        .AddIf(material.Kind == MaterialKind.TitleOnly && material.Url.Length > 0, $"{at}.url", "MATERIAL_TITLE_ONLY_HAS_URL")
        .Range($"{at}.volumes", material.Volumes, 0, 100_000);
}
