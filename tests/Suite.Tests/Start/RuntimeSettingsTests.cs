using System.Text.Json;

namespace StudySuite.Suite.Tests.Start;

/// <summary>
/// The programs share a few cores, and the runtime's own defaults are those of a machine for each of them. Read from what
/// the build left, because a setting with a wrong name is no error to anybody.
/// </summary>
public sealed class RuntimeSettingsTests
{
    [Theory]
    [InlineData("Directory", true)]
    [InlineData("Planning", true)]
    [InlineData("Sessions", true)]
    [InlineData("Supervision", true)]
    [InlineData("Bulletin", true)]
    [InlineData("Notifications", true)]
    [InlineData("Gateway", true)]
    [InlineData("Web", false)]
    [InlineData("Standalone", false)]
    public void Program_RunsOnFewCores(string program, bool watchesBeforeItOptimises)
    {
        using var built = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, $"{program}.runtimeconfig.json")));
        var settings = built.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");

        Assert.False(settings.GetProperty("System.GC.Server").GetBoolean());
        Assert.Equal(16 << 20, settings.GetProperty("System.GC.Gen0MaxBudget").GetInt32());
        Assert.Equal(watchesBeforeItOptimises, settings.GetProperty("System.Runtime.TieredPGO").GetBoolean());
        Assert.Equal(0, settings.GetProperty("System.Threading.ThreadPool.UnfairSemaphoreSpinLimit").GetInt32());
    }
}
