using StudySuite.Demo.Access;
using StudySuite.Directory.V1;

namespace StudySuite.Web.Tests.Pages;

/// <summary>Rules as a test needs them, by calls: how they are published by the page is another matter.</summary>
internal static class GivenRules
{
    /// <summary>Holds from today on; the other services hear of it in a moment.</summary>
    public static async Task RuleAsync(this SuiteWeb web, string key, string value)
    {
        using var cast = new Cast(web.Demo);
        await new RulebookService.RulebookServiceClient(cast["publicity"].Calls).PublishRulebookAsync(
            new PublishRulebookRequest { Parameters = { [key] = value }, EffectiveFrom = Browser.Day.Today });
    }
}
