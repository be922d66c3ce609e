using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Bulletin;
using StudySuite.Defaults.Hosting;
using StudySuite.Directory;
using StudySuite.Notifications;
using StudySuite.Planning;
using StudySuite.Roster;
using StudySuite.Sessions;
using StudySuite.Supervision;
using StudySuite.Testing;

namespace StudySuite.Deploy.Tests.Operations;

/// <summary>The handbook names what there is: verbs, parameters of the rulebook, files.</summary>
public sealed partial class HandbookTests
{
    private static readonly string Text = string.Join('\n', System.IO.Directory
        .GetFiles(Path.Combine(Repository.Root, "docs/operations"), "*.md").Order().Select(File.ReadAllText));

    [Fact]
    public async Task Verbs_OfTheHandbook_AreThoseOfThePrograms()
    {
        using var site = await Site.CreateAsync(Backing.Sqlite);
        await using var program = Program.Of(builder =>
        {
            builder.AddDirectory();
            builder.AddPlanning();
            builder.AddSessions();
            builder.AddSupervision();
            builder.AddBulletin();
            builder.AddNotifications();
        }, site.Settings);
        string[] builtIn = ["migrate", "replay-parked"];
        var verbs = program.Services.GetServices<ISuiteVerb>().Select(verb => verb.Name).Concat(builtIn).ToHashSet();

        var told = Row().Matches(Repository.Read("docs/operations/README.md")).Select(match => match.Groups[1].Value)
            .ToHashSet();
        var called = Call().Matches(Text).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Equal(verbs.Order(), told.Order());
        Assert.Subset(verbs, called);
    }

    [Fact]
    public void Files_OfTheHandbook_AreThere()
    {
        var paths = PathName().Matches(Text).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.True(paths.Count >= 6);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"there is no {path}"));
    }

    [Fact]
    public void Parameters_OfTheRulebook_AreThoseOfTheRulebook()
    {
        var named = Parameter().Matches(Text).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count >= 10);
        Assert.All(named, name => Assert.Contains(name, RuleDefaults.All.Select(parameter => parameter.Key)));
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"dotnet [^ ]*\.dll""? ([a-z]+(?:-[a-z]+)*)")]
    private static partial Regex Call();

    [GeneratedRegex(@"`?(deploy/(?!secrets)[\w./-]*[\w])")]
    private static partial Regex PathName();

    [GeneratedRegex(@"`((?:auth|audit|attendance|bulletin)\.[a-z_]+)`")]
    private static partial Regex Parameter();
}
