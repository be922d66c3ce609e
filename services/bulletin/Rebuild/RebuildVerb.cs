using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Bulletin.Rebuild;

/// <summary><c>rebuild</c>: the statistics from the sources, while everything else runs.</summary>
internal sealed class RebuildVerb(IServiceScopeFactory scopes) : ISuiteVerb
{
    public string Name => "rebuild";

    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var result = await scope.ServiceProvider.GetRequiredService<FactRebuild>().RunAsync(cancellationToken);
            await output.WriteLineAsync(
                $"记录 records {result.Records}, 数据 facts {result.Facts}, 更正 changed {result.ChangedFacts}");
            return 0;
        }
        catch (DomainError error)
        {
            await output.WriteLineAsync($"{error.Reason}: {string.Join(", ", error.Metadata.Values)}");
            return 1;
        }
    }
}
