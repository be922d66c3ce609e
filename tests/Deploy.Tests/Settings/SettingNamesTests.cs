using System.Text.RegularExpressions;

namespace StudySuite.Deploy.Tests.Settings;

/// <summary>What files for operators name is what the code reads.</summary>
public sealed partial class SettingNamesTests
{
    [Theory]
    [InlineData("Database:Provider", true)]
    [InlineData("Files__S3__Bucket", true)]
    [InlineData("Gateway__TrustedProxies__0", true)]
    [InlineData("Identity:External:Scopes:1", true)]
    [InlineData("Database:Porvider", false)]
    [InlineData("Gateway:TrustedProxies:first", false)]
    [InlineData("Nowhere:Provider", false)]
    public void Names_OfSettings_AreKnownByTheirClasses(string name, bool isRead) =>
        Assert.Equal(isRead, SettingNames.IsRead(name));

    [Fact]
    public void Sections_OfTheWholeSuite_AreFound() => Assert.Superset(
        new HashSet<string>
        {
            "Auth", "Audit", "Bulletin", "Database", "Deadlines", "Files", "Gateway", "Identity", "Listen", "Messaging",
            "Notifications", "Notifications:Outgoing", "Planning", "Supervision",
        },
        SettingNames.All.ToHashSet());

    [Theory]
    [InlineData("docker-compose.yml", 8)]
    [InlineData("deploy/Dockerfile", 4)]
    [InlineData("README.md", 3)]
    public void Variables_InAFile_AreReadByTheCode(string file, int atLeast)
    {
        var names = Variable().Matches(Repository.Read(file)).Select(match => match.Value).Distinct().ToList();

        Assert.True(names.Count >= atLeast, $"{file} names only {names.Count} settings");
        Assert.All(names, name => Assert.True(SettingNames.IsRead(name), $"{file}: nobody reads {name}"));
    }

    [Fact]
    public void Settings_InTheHandbook_AreReadByTheCode()
    {
        var named = System.IO.Directory.GetFiles(Path.Combine(Repository.Root, "docs/operations"), "*.md")
            .SelectMany(file => Quoted().Matches(File.ReadAllText(file))
                .Select(match => (Path.GetFileName(file), match.Groups[1].Value)))
            .Distinct().ToList();

        Assert.True(named.Count > 30, $"the handbook names only {named.Count} settings");
        Assert.All(named, it => Assert.True(SettingNames.IsRead(it.Value), $"{it.Item1}: nobody reads {it.Value}"));
    }

    [GeneratedRegex(@"`([A-Z][A-Za-z0-9]+(?:(?::|__)[A-Za-z0-9]+)+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[A-Z][A-Za-z0-9]+(__[A-Za-z0-9]+)+")]
    private static partial Regex Variable();
}
