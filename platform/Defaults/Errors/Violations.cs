using System.Globalization;
using System.Text.RegularExpressions;

namespace StudySuite.Defaults.Errors;

/// <summary>Collects everything that is wrong with a request, so that the caller hears all of it at once.</summary>
public sealed partial class Violations
{
    private readonly List<Violation> found = [];

    public bool Any => found.Count > 0;

    public IReadOnlyList<Violation> All => found;

    public Violations Add(string field, string reason, params (string Key, string Value)[] metadata)
    {
        found.Add(new Violation(field, reason, metadata));
        return this;
    }

    /// <summary>Adds the violation when <paramref name="isWrong"/>.</summary>
    public Violations AddIf(bool isWrong, string field, string reason, params (string Key, string Value)[] metadata) =>
        isWrong ? Add(field, reason, metadata) : this;

    /// <summary>Text that must be there and at most <paramref name="maxLength"/> characters long.</summary>
    public Violations Text(string field, string? value, int maxLength = 200)
    {
        AddIf(string.IsNullOrWhiteSpace(value), field, "FIELD_REQUIRED");
        return OptionalText(field, value, maxLength);
    }

    public Violations OptionalText(string field, string? value, int maxLength = 200)
    {
        value ??= "";
        AddIf(value.Length > maxLength, field, "TEXT_TOO_LONG", ("max", maxLength.ToString(CultureInfo.InvariantCulture)));
        return AddIf(value.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')), field, "TEXT_HAS_CONTROL_CHARACTERS");
    }

    /// <summary>A calendar date as <c>yyyy-MM-dd</c>; returns it, or the default when it is wrong.</summary>
    public DateOnly Date(string field, string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 1950 and <= 2200)
        {
            return date;
        }

        Add(field, value.Length == 0 ? "FIELD_REQUIRED" : "DATE_INVALID", ("value", value));
        return default;
    }

    public DateOnly? OptionalDate(string field, string value) => value.Length == 0 ? null : Date(field, value);

    public Violations Range(string field, long value, long min, long max) => AddIf(
        value < min || value > max, field, "NUMBER_OUT_OF_RANGE",
        ("min", min.ToString(CultureInfo.InvariantCulture)), ("max", max.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A proto enum that must be one of its known values, and not the zero value.</summary>
    public Violations Enum<TEnum>(string field, TEnum value)
        where TEnum : struct, Enum
    {
        AddIf(Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0, field, "FIELD_REQUIRED");
        return AddIf(!System.Enum.IsDefined(value), field, "ENUM_UNKNOWN", ("value", value.ToString()));
    }

    /// <summary>An id that the client may choose (AIP-133): lower-case letters, digits and hyphens, 2 to 60 long.</summary>
    public Violations OptionalId(string field, string value) =>
        AddIf(value.Length > 0 && !IdPattern().IsMatch(value), field, "ID_INVALID", ("value", value));

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw DomainError.Invalid(found);
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$")]
    private static partial Regex IdPattern();
}
