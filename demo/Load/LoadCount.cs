using System.Text.Json;
using StudySuite.Demo.Year2023;

namespace StudySuite.Demo.Load;

/// <summary>Counts through the API what a load has left: each accepted write once, and its effects elsewhere.</summary>
internal sealed class LoadCount(Hands hands, string run, IReadOnlyList<(Deed Deed, string Mark)> accepted)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] OfUnits =
    [
        "planning/v1/{0}/researchTopics", "sessions/v1/{0}/activities", "supervision/v1/{0}/problems",
        "bulletin/v1/{0}/practiceProposals",
    ];

    public async Task<IReadOnlyList<string>> DifferencesAsync()
    {
        var differences = new List<string>();
        foreach (var deed in Deed.All)
        {
            var there = await MarkedAsync(deed);
            var wanted = accepted.Where(write => write.Deed == deed).Select(write => write.Mark).ToList();
            var counts = there.CountBy(record => record.Mark).ToDictionary();
            differences.AddRange(wanted.Where(mark => !counts.ContainsKey(mark))
                .Select(mark => $"lost: {deed.List} {mark}"));
            differences.AddRange(counts.Where(count => count.Value > 1)
                .Select(count => $"{count.Value} times: {deed.List} {count.Key}"));
        }

        differences.AddRange(await SoonEmptyAsync(StatisticsAsync));
        differences.AddRange(await SoonEmptyAsync(UnitsElsewhereAsync));
        return differences;
    }

    private async Task<List<(string Mark, string Name)>> MarkedAsync(Deed deed) =>
    [
        .. (await hands.ListAsync(deed.User, deed.List))
            .Select(record => (Mark: TextOf(record, deed.Field), Name: TextOf(record, "name")))
            .Where(record => record.Mark.StartsWith(run, StringComparison.Ordinal)),
    ];

    /// <summary>Each activity counts once.</summary>
    private async Task<List<string>> StatisticsAsync()
    {
        var records = await hands.ListAsync(
            Deed.Reflection.User,
            $"bulletin/v1/{Units.Below[0].ResourceName}/figureRecords?indicator=reflections"
            + $"&startDate={Deed.Today}&endDate={Deed.Today}");
        var counted = records.CountBy(record => TextOf(record, "record")).ToDictionary();
        return
        [
            .. (await MarkedAsync(Deed.Reflection)).Where(record => counted.GetValueOrDefault(record.Name) != 1)
                .Select(record => $"statistics count {counted.GetValueOrDefault(record.Name)} times: {record.Mark}"),
        ];
    }

    /// <summary>Each unit is known to other services; one of them is asked about each.</summary>
    private async Task<List<string>> UnitsElsewhereAsync()
    {
        var unknown = new List<string>();
        foreach (var (place, unit) in (await MarkedAsync(Deed.UnitFounded)).Index())
        {
            var list = string.Format(null, OfUnits[place % OfUnits.Length], unit.Name);
            try
            {
                await hands.GetAsync("publicity", list);
            }
            catch (CallRefused refused)
            {
                unknown.Add($"unknown elsewhere: {refused.Message}");
            }
        }

        return unknown;
    }

    private static async Task<List<string>> SoonEmptyAsync(Func<Task<List<string>>> differences)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var found = await differences();
            if (found.Count == 0 || TimeProvider.System.GetElapsedTime(since) > Patience)
            {
                return found;
            }

            await Task.Delay(500);
        }
    }

    private static string TextOf(JsonElement record, string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
