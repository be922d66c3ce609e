using System.Text.RegularExpressions;
using StudySuite.Demo.Access;
using StudySuite.Demo.Flows;

namespace StudySuite.Suite.Tests.Examples;

/// <summary>The example calls of docs/api, sent one after the other by those whom they name: each is answered.</summary>
public sealed partial class ExamplesTests
{
    // What a line needs has been done in the files before it.
    private static readonly string[] Files = ["flows.md", "messages.md", "sign-in.md"];

    [Fact]
    public async Task Examples_SentInOrder_AreAllAnswered()
    {
        var secrets = System.IO.Directory.CreateTempSubdirectory("studysuite-examples-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(secrets, "oa-webhook"), "example-secret", TestContext.Current.CancellationToken);
        await using var suite = await StandaloneSuite.StartAsync(
            ("Notifications__Outgoing__Hosts__1", "oa.example.cn"), ("Notifications__SecretsFolder", secrets));
        using var cast = new Cast(suite.Demo);
        await new RosterFlow(cast, suite.Demo).RunAsync(TestContext.Current.CancellationToken);
        using var sender = new ExampleSender(suite, cast);

        foreach (var line in Files.SelectMany(file => File.ReadLines(Path.Combine(Output.Root, "docs", "api", file))))
        {
            await sender.TakeAsync(line);
        }

        System.IO.Directory.Delete(secrets, recursive: true);
        Assert.True(sender.Refused.Count == 0, string.Join('\n', sender.Refused));
        Assert.True(sender.Sent > 85, $"only {sender.Sent} examples");
        Assert.Equal(Calls(), sender.Sent);
    }

    /// <summary>Every call of every file, so that none is left out unseen; uploads and the token of a system too.</summary>
    private static int Calls() => System.IO.Directory.GetFiles(Path.Combine(Output.Root, "docs", "api"), "*.md")
        .Sum(file => Call().Count(File.ReadAllText(file)));

    [GeneratedRegex("^(call [A-Z]+ '|curl .*(-X POST|client_credentials))", RegexOptions.Multiline)]
    private static partial Regex Call();
}
