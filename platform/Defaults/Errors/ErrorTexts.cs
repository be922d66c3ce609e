using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace StudySuite.Defaults.Errors;

/// <summary>Sentences for reasons: a service's <c>Errors.resx</c> (Chinese) and <c>Errors.en.resx</c>, then the platform's.</summary>
public static class ErrorTexts
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Managers = new();
    private static readonly ResourceManager Platform = new("StudySuite.Defaults.Errors.Errors", typeof(ErrorTexts).Assembly);

    /// <param name="service">Name of the service, the domain of its reasons.</param>
    public static void Register(string service, ResourceManager texts) => Managers[service] = texts;

    public static string Sentence(
        string service, string reason, IEnumerable<KeyValuePair<string, string>> metadata, CultureInfo culture)
    {
        var text = Managers.TryGetValue(service, out var own) ? own.GetString(reason, culture) : null;
        text ??= Platform.GetString(reason, culture) ?? reason;

        return metadata.Aggregate(text, (sentence, pair) => sentence.Replace(
            $"{{{pair.Key}}}", pair.Key == "missing" ? InWords(pair.Value, culture) : pair.Value, StringComparison.Ordinal));
    }

    /// <summary>What is missing is named by the contract's fields; a sentence says it in words.</summary>
    private static string InWords(string fields, CultureInfo culture) => string.Join(
        culture.TwoLetterISOLanguageName == "zh" ? "、" : ", ",
        fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(field => Platform.GetString($"MISSING_{field.ToUpperInvariant()}", culture) ?? field));
}
