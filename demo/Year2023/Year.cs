using System.Text.Json;

namespace StudySuite.Demo.Year2023;

/// <summary>The figures that the county published for 2023; figures given as "more than N" are replayed as N.</summary>
public sealed class Year
{
    private readonly Dictionary<string, int> figures;

    private Year(JsonElement file) => figures = file.GetProperty("indicators").EnumerateArray()
        .ToDictionary(i => i.GetProperty("key").GetString()!, i => i.GetProperty("value").GetInt32());

    public int this[string key] => figures[key];

    public IReadOnlyDictionary<string, int> Figures => figures;

    public static Year Load()
    {
        using var stream = typeof(Year).Assembly.GetManifestResourceStream("StudySuite.Demo.Year2023.figures.json")!;
        return new Year(JsonDocument.Parse(stream).RootElement);
    }
}
