using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace StudySuite.Web.Tests.Browser;

/// <summary>
/// axe-core in the page itself. Deque's package for Playwright opens a second page to finish each run and carries every
/// rule that passed over to it; the tests ask for serious violations only.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .filter(one => ['serious', 'critical'].includes(one.impact))
            .map(one => `${one.id}: ${one.help} ${one.nodes.map(node => node.html).join(' ')}`)
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task<string[]> SeriousAsync(this IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
