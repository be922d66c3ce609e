using StudySuite.Demo.Year2023;
using StudySuite.Directory.V1;
using StudySuite.Notifications.V1;

namespace StudySuite.Demo.Load;

/// <summary>A kind of record that is written under load, one in each service, and how it is found again.</summary>
/// <param name="User">Who writes and lists it.</param>
/// <param name="List">Path of the list.</param>
/// <param name="Field">Where the record carries its mark.</param>
/// <param name="DoAsync">Writes it, given mark and request id.</param>
internal sealed record Deed(string User, string List, string Field, Func<Hands, string, string, Task> DoAsync)
{
    private static readonly DemoUnit Unit = Units.Below[0];

    /// <summary>In China.</summary>
    public static string Today { get; } =
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8)).ToString("yyyy-MM-dd", null);

    /// <summary>Its effect goes to every other service.</summary>
    public static Deed UnitFounded { get; } = new(
        "admin", "directory/v1/units", "displayName",
        (hands, mark, id) => hands.PostAsync("admin", $"directory/v1/units?unitId={mark}&requestId={id}", new
        {
            displayName = mark, kind = "UNIT_KIND_PARTY_COMMITTEE", level = "UNIT_LEVEL_TOWNSHIP",
            parentUnit = Units.County.ResourceName,
        }));

    /// <summary>Its effect goes to the statistics.</summary>
    public static Deed Reflection { get; } = new(
        Unit.Secretary, $"sessions/v1/{Unit.ResourceName}/activities", "title",
        (hands, mark, id) => hands.PostAsync(
            Unit.Secretary, $"sessions/v1/{Unit.ResourceName}/activities?requestId={id}", new
        {
            kind = "ACTIVITY_KIND_REFLECTION", title = mark, person = $"people/{Unit.Secretary}", happenedOn = Today,
        }));

    /// <summary>One in each service.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [
        Reflection,
        new(
            Unit.Secretary, $"planning/v1/{Unit.ResourceName}/researchTopics", "title",
            (hands, mark, id) => hands.PostAsync(
                Unit.Secretary, $"planning/v1/{Unit.ResourceName}/researchTopics?requestId={id}", new
            {
                year = DateOnly.Parse(Today, null).Year, title = mark, person = $"people/{Unit.Secretary}",
            })),
        new(
            "supervision", $"supervision/v1/{Unit.ResourceName}/problems", "text",
            (hands, mark, id) => hands.PostAsync(
                "supervision", $"supervision/v1/{Unit.ResourceName}/problems?requestId={id}", new
            {
                source = "PROBLEM_SOURCE_SPECIAL_SUPERVISION", organiser = Units.County.ResourceName, text = mark,
                category = "学习考勤", foundOn = Today,
            })),
        UnitFounded,
        new(
            Unit.Secretary, $"bulletin/v1/{Unit.ResourceName}/practiceProposals", "title",
            (hands, mark, id) => hands.PostAsync(
                Unit.Secretary, $"bulletin/v1/{Unit.ResourceName}/practiceProposals?requestId={id}", new
            {
                title = mark, text = "逐人备课",
            })),
        new(
            Unit.Secretary, "notifications/v1/suggestions", "text",
            (hands, mark, id) => hands.GrpcAsync(Unit.Secretary, (calls, options) =>
                new SuggestionService.SuggestionServiceClient(calls).CreateSuggestionAsync(
                    new() { Suggestion = new() { Kind = SuggestionKind.Suggestion, Text = mark }, RequestId = id },
                    options))),
    ];

    /// <summary>What is read between the writes.</summary>
    public static IReadOnlyList<Func<Hands, Task>> Reads { get; } =
    [
        .. All.Select(deed => (Func<Hands, Task>)(hands => hands.GetAsync(deed.User, $"{deed.List}?pageSize=5"))),
        hands => hands.GrpcAsync(Unit.Secretary, (calls, options) =>
            new UnitService.UnitServiceClient(calls).GetUnitAsync(new() { Name = Unit.ResourceName }, options)),
        hands => hands.GetAsync(
            Unit.Secretary, $"bulletin/v1/{Unit.ResourceName}/statistics?startDate={Today}&endDate={Today}"),
        hands => hands.ReadPageAsync("icon.svg"),
    ];
}
