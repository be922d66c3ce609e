using StudySuite.Defaults.Hosting;

namespace StudySuite.Gateway.OpenApi;

/// <summary><c>openapi FILE</c>: writes the document, for a linter or to generate a client without a running gateway.</summary>
internal sealed class OpenApiVerb : ISuiteVerb
{
    public string Name => "openapi";

    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        var file = args.Count > 0 ? args[0] : "openapi.json";
        await File.WriteAllTextAsync(file, OpenApiModule.Text, cancellationToken);
        await output.WriteLineAsync(file);
        return 0;
    }
}
