namespace StudySuite.Defaults.Hosting;

/// <summary>A command of a service's program, its first argument: <c>dotnet Directory.dll verify-audit</c>.</summary>
public interface ISuiteVerb
{
    string Name { get; }

    /// <param name="args">What follows the verb.</param>
    /// <returns>The process's exit code.</returns>
    Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken);
}
