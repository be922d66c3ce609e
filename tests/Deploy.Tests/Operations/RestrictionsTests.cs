using System.Text.Json;
using StudySuite.Directory;
using StudySuite.Notifications;
using StudySuite.Testing;

namespace StudySuite.Deploy.Tests.Operations;

public sealed class RestrictionsTests
{
    [Fact]
    public async Task Report_OfANewSuite_HasNothingRestrictedOn()
    {
        using var site = await Site.CreateAsync(Backing.Sqlite);
        await using var program = Program.Of(builder =>
        {
            builder.AddDirectory();
            builder.AddNotifications();
        }, site.Settings);
        await program.MigrateAsync();

        var (code, output) = await program.RunAsync("restrictions");

        using var report = JsonDocument.Parse(output);
        var functions = report.RootElement.EnumerateArray().ToDictionary(it => it.GetProperty("id").GetString()!);
        Assert.Equal(0, code);
        Assert.All(functions.Values, function => Assert.False(function.GetProperty("isOn").GetBoolean()));
        Assert.False(functions["points"].GetProperty("isBuilt").GetBoolean());
        Assert.True(functions["qr-sign-in"].GetProperty("isBuilt").GetBoolean());
        Assert.Contains("outgoing-channels", functions.Keys);
    }

    [Fact]
    public async Task Report_WithAFunctionTurnedOn_SaysSo()
    {
        using var site = await Site.CreateAsync(Backing.Sqlite);
        site.Settings["Identity:External:Authority"] = "https://login.example.cn";
        site.Settings["Identity:External:ClientId"] = "studysuite";
        await using var program = Program.Of(builder => builder.AddDirectory(), site.Settings);
        await program.MigrateAsync();

        using var report = JsonDocument.Parse((await program.RunAsync("restrictions")).Output);

        Assert.True(report.RootElement.EnumerateArray()
            .Single(it => it.GetProperty("id").GetString() == "outside-log-in").GetProperty("isOn").GetBoolean());
    }
}
