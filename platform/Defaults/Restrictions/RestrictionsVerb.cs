using System.Text.Encodings.Web;
using System.Text.Json;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Restrictions;

/// <summary>
/// <c>restrictions</c>: which restricted functions are built and which are on, as JSON for whoever files or inspects
/// the suite. Exit code 0 whatever is on: to be on is a decision of the county, not a fault.
/// </summary>
internal sealed class RestrictionsVerb(IEnumerable<IRestrictedFunctions> services) : ISuiteVerb
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Name => "restrictions";

    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        var functions = new List<RestrictedFunction>();
        foreach (var service in services)
        {
            functions.AddRange(await service.ListAsync(cancellationToken));
        }

        var ordered = functions.OrderBy(function => function.Id, StringComparer.Ordinal);
        await output.WriteLineAsync(JsonSerializer.Serialize(ordered, Readable));
        return 0;
    }
}
