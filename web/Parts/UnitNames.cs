using Grpc.Core;
using StudySuite.Directory.V1;

namespace StudySuite.Web.Parts;

/// <summary>Names of units for one circuit, asked for once.</summary>
internal sealed class UnitNames(UnitService.UnitServiceClient units)
{
    private Task<Dictionary<string, string>>? names;

    /// <returns>The code itself for a unit that the caller may not see.</returns>
    public async Task<string> OfAsync(string code) => (await (names ??= LoadAsync())).GetValueOrDefault(code, code);

    /// <returns>Code and name of every unit that the caller may see, in their administrative order.</returns>
    public async Task<IReadOnlyList<(string Code, string Name)>> AllAsync() =>
        [.. (await (names ??= LoadAsync())).Select(unit => (unit.Key, unit.Value))];

    private async Task<Dictionary<string, string>> LoadAsync()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var token = "";
        try
        {
            do
            {
                var page = await units.ListUnitsAsync(new ListUnitsRequest { PageSize = 200, PageToken = token });
                foreach (var unit in page.Units)
                {
                    found[unit.Name["units/".Length..]] = unit.DisplayName;
                }

                token = page.NextPageToken;
            }
            while (token.Length > 0);
        }
        catch (RpcException)
        {
            // A name is a courtesy: without it the code is shown, and the next page asks again.
            names = null;
        }

        return found;
    }
}
