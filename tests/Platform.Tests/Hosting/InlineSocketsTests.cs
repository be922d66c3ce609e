using StudySuite.Defaults.Hosting;

namespace StudySuite.Platform.Tests.Hosting;

public sealed class InlineSocketsTests
{
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Hosts of services run in the tests' process, where a thread that waits for a host to start would keep its sockets waiting.</summary>
    [Fact]
    public void Use_InAProcessOfAnotherProgram_ChangesNothing()
    {
        var before = Environment.GetEnvironmentVariable(Variable);

        InlineSockets.Use(typeof(InlineSockets).Assembly);

        Assert.Equal(before, Environment.GetEnvironmentVariable(Variable));
    }
}
