using System.Reflection;
using System.Text.Json;

namespace StudySuite.Directory.WorkCalendars;

/// <summary>The years that come with the product, one file each beside this one.</summary>
internal static class ShippedCalendars
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IEnumerable<WorkCalendar> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(IsCalendar).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var file = JsonSerializer.Deserialize<CalendarFile>(stream, Options)!;
            yield return new WorkCalendar(file.Year, file.Holidays, file.Workdays, file.Source);
        }
    }

    private static bool IsCalendar(string resource) => resource.StartsWith("WorkCalendars/", StringComparison.Ordinal);

    private sealed record CalendarFile(int Year, string Source, List<DateOnly> Holidays, List<DateOnly> Workdays);
}
