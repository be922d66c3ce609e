using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Files;

namespace StudySuite.Sessions;

/// <summary>Checks that several nouns of this service share.</summary>
internal static partial class Content
{
    /// <summary>
    /// A mark of secrecy in any text of the message, however deep: such content must never be in the system at all
    /// (DOMAIN §10.4), so this looks at every string rather than at listed fields.
    /// </summary>
    public static Violations NoSecretMarks(this Violations wrong, string field, IMessage message)
    {
        foreach (var (path, text) in TextsOf(field, message))
        {
            wrong.AddIf(SecrecyMarks.IsSecret(text), path, "SECRET_MARK");
        }

        return wrong;
    }

    /// <summary>Empty, or an absolute http or https address.</summary>
    public static Violations OptionalUrl(this Violations wrong, string field, string url)
    {
        wrong.OptionalText(field, url, 1000);
        return wrong.AddIf(
            url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"),
            field, "URL_INVALID", ("value", url));
    }

    public static DateOnly PastDate(this Violations wrong, string field, string value, TimeProvider clock)
    {
        var date = wrong.Date(field, value);
        wrong.AddIf(date > clock.Today(), field, "DATE_IN_FUTURE");
        return date;
    }

    public static DateOnly? OptionalPastDate(this Violations wrong, string field, string value, TimeProvider clock) =>
        value.Length == 0 ? null : wrong.PastDate(field, value, clock);

    /// <summary>First and last day of a year to filter by; null for 0, which means all.</summary>
    public static (DateOnly First, DateOnly Last)? Year(int year)
    {
        new Violations().AddIf(
            year is not 0 and (< 1950 or > 2200), "year", "NUMBER_OUT_OF_RANGE", ("min", "1950"), ("max", "2200")).ThrowIfAny();
        return year == 0 ? null : (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
    }

    /// <summary>Id of a person from <c>people/{person}</c>; empty stays empty, another form is a violation.</summary>
    public static string Person(this Violations wrong, string field, string name)
    {
        if (name.Length == 0)
        {
            return "";
        }

        var id = ResourceName.TryParse("people/{person}", name)?[0];
        wrong.AddIf(id is null, field, "NAME_INVALID", ("value", name), ("pattern", "people/{person}"));
        return id ?? "";
    }

    /// <summary>A value of the contract as it stands in events and metadata: <c>UPPER_SNAKE_CASE</c>.</summary>
    public static string UpperSnake(this System.Enum value) => Capitals().Replace(value.ToString(), "_$1").ToUpperInvariant();

    /// <summary>What the mask names goes from one message to the other; repeated fields are replaced.</summary>
    public static void Take(IEnumerable<string> fields, IMessage from, IMessage to)
    {
        var mask = new FieldMask { Paths = { fields } };
        mask.Merge(from, to, new FieldMask.MergeOptions
        {
            ReplaceMessageFields = true, ReplacePrimitiveFields = true, ReplaceRepeatedFields = true,
        });
    }

    internal static IEnumerable<(string Path, string Text)> TextsOf(string at, IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            var (path, value) = (at.Length == 0 ? field.Name : $"{at}.{field.Name}", field.Accessor.GetValue(message));
            var values = field.IsRepeated && value is System.Collections.IEnumerable many
                ? many.Cast<object>().Select((one, i) => ($"{path}[{i}]", one))
                : [(path, value)];
            foreach (var (place, one) in values)
            {
                var texts = one switch
                {
                    string text => [(place, text)],
                    IMessage inner when field.FieldType == FieldType.Message => TextsOf(place, inner),
                    _ => [],
                };
                foreach (var text in texts)
                {
                    yield return text;
                }
            }
        }
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Capitals();
}
