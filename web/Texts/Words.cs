using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Localization;

namespace StudySuite.Web.Texts;

/// <summary>
/// Words of the pages. A sentence is written in Chinese where it is shown and is its own key; the English of it stands
/// in <c>Words.en.resx</c>. Names of states and kinds have keys of their own, in <c>Names.resx</c> and <c>Names.en.resx</c>.
/// </summary>
public sealed class Words
{
    private static readonly CultureInfo[] Cultures = [CultureInfo.GetCultureInfo("zh"), CultureInfo.GetCultureInfo("en")];
    private readonly ResourceManager sentences = new("StudySuite.Web.Texts.Words", typeof(Words).Assembly);
    private readonly ResourceManager names = new("StudySuite.Web.Texts.Names", typeof(Words).Assembly);

    public static RequestLocalizationOptions Languages { get; } = new()
    {
        DefaultRequestCulture = new RequestCulture(Cultures[0]),
        SupportedCultures = Cultures,
        SupportedUICultures = Cultures,
        RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()],
    };

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public string this[string chinese] => IsEnglish ? sentences.GetString(chinese, CultureInfo.CurrentUICulture) ?? chinese : chinese;

    /// <summary>A sentence with numbered places.</summary>
    public string this[string chinese, params object?[] values] =>
        string.Format(CultureInfo.CurrentCulture, this[chinese], values);

    /// <summary>The name of a state or kind of the contract; empty for one that is not set.</summary>
    public string Of<T>(T value)
        where T : struct, Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0
            ? ""
            : names.GetString($"{typeof(T).Name}.{value}", CultureInfo.CurrentUICulture) ?? value.ToString();
}
