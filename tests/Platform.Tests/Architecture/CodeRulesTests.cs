namespace StudySuite.Platform.Tests.Architecture;

/// <summary>Every rule twice: that it holds, and that it would find what breaks it.</summary>
public sealed class CodeRulesTests
{
    [Fact]
    public void Projects_OfServices_ReferToPlatformOnly()
    {
        Rule.Holds(SourceTree.Files("services", ".csproj", atLeast: 6).SelectMany(CodeRules.ForeignReferences));

        Assert.Single(CodeRules.ForeignReferences(Example("""
            <Project><ItemGroup>
              <ProjectReference Include="../../platform/Defaults/Defaults.csproj" />
              <ProjectReference Include="..\sessions\Sessions.csproj" />
            </ItemGroup></Project>
            """)));
    }

    [Fact]
    public void Types_Everywhere_HaveNamesThatSaySomething()
    {
        Rule.Holds(SourceTree.Files("", ".cs", atLeast: 200).SelectMany(CodeRules.EmptyTypeNames));

        Assert.Equal(3, CodeRules.EmptyTypeNames(Example(
            $"class Plan{"Repository"}; record struct File{"Utils"}(int X); interface IDate{"Helper"};")).Count());
    }

    [Fact]
    public void Files_Everywhere_AreNotLong()
    {
        Rule.Holds(SourceTree.Files("", ".cs", atLeast: 200).SelectMany(CodeRules.TooLong));

        Assert.Empty(CodeRules.TooLong(Example(string.Concat(Enumerable.Repeat("x\n", 300)))));
        Assert.Single(CodeRules.TooLong(Example(string.Concat(Enumerable.Repeat("x\n", 301)))));
    }

    [Fact]
    public void Services_PlatformAndGateway_LogInsteadOfPrinting()
    {
        // The runner's verbs and its start-up messages speak to whoever typed the command.
        var files = SourceTree.Files("services", ".cs", atLeast: 100)
            .Concat(SourceTree.Files("platform", ".cs", atLeast: 50))
            .Concat(SourceTree.Files("gateway", ".cs", atLeast: 1))
            .Where(file => file.Path != "platform/Defaults/Hosting/SuiteRunner.cs");
        Rule.Holds(files.SelectMany(CodeRules.Prints));

        Assert.Single(CodeRules.Prints(Example("Console.WriteLine(1);")));
    }

    [Fact]
    public void BusLibrary_OutsideMessaging_IsUnknown()
    {
        var files = SourceTree.Files("", ".cs", atLeast: 200);
        var messaging = files.Where(file => file.Path.StartsWith("platform/Messaging/", StringComparison.Ordinal)).ToList();
        var here = files.Where(file => file.Path.StartsWith("tests/Platform.Tests/", StringComparison.Ordinal));

        Rule.Holds(files.Except(messaging).Except(here).SelectMany(CodeRules.BusLibrary));
        Assert.NotEmpty(messaging.SelectMany(CodeRules.BusLibrary));
    }

    [Fact]
    public void Namespaces_OfServices_AreTheirFolders()
    {
        Rule.Holds(SourceTree.Files("services", ".cs", atLeast: 100).SelectMany(CodeRules.ForeignNamespaces));

        Assert.Empty(CodeRules.ForeignNamespaces(Example("namespace StudySuite.Planning.Plans;")));
        Assert.Single(CodeRules.ForeignNamespaces(Example("namespace StudySuite.PlanningHelp;")));
    }

    [Fact]
    public void Queues_OfServices_BeginWithTheServicesWord()
    {
        var files = SourceTree.Files("services", ".cs", atLeast: 100);
        Rule.Holds(files.SelectMany(CodeRules.ForeignQueues));
        Assert.True(files.SelectMany(CodeRules.QueuesOf).Distinct().Count() >= 4);

        Assert.Equal(2, CodeRules.ForeignQueues(Example("""
            services.AddConsumer<HeldConsumer, SessionHeld, PlanningDbContext>("sessions-held");
            private const string Queue = "plans";
            services.AddConsumer<HeldConsumer, SessionHeld, PlanningDbContext>("planning-held");
            """)).Count());
    }

    private static SourceFile Example(string text) => new("services/planning/Example.cs", text);
}
