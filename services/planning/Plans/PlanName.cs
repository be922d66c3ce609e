using System.Globalization;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Planning.Plans;

/// <summary><c>units/{unit}/plans/{year}</c>.</summary>
internal readonly record struct PlanName(string Unit, int Year)
{
    private const string Pattern = "units/{unit}/plans/{year}";

    public static string Of(string unit, int year) => string.Create(CultureInfo.InvariantCulture, $"units/{unit}/plans/{year}");

    public static PlanName Parse(string name, string field = "name")
    {
        var parts = ResourceName.Parse(Pattern, name, field);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? new PlanName(parts[0], year)
            : throw CommonErrors.NameInvalid(field, name, Pattern);
    }
}
