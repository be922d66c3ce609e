using Microsoft.Extensions.Options;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Gateway.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Gateway:CorsOrigins:0", "*")]
    [InlineData("Gateway:CorsOrigins:0", "https://study.example.cn/")]
    [InlineData("Gateway:TrustedProxies:0", "the load balancer")]
    [InlineData("Gateway:CallerPerSecond", "0")]
    [InlineData("Gateway:ResolveEvery", "00:00:00")]
    public async Task Start_WithASettingThatMakesNoSense_NamesIt(string setting, string value)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => DoorHost.StartAsync((setting, value)));

        Assert.Contains(setting.Split(':')[1], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_OfTheProduct_NeedATokenUnlessNamed()
    {
        await using var door = await DoorHost.StartAsync();

        var open = door.Routes.Where(route => route.AuthorizationPolicy == "anonymous").Select(route => route.RouteId);

        Assert.Equal(["account", "connect", "web", "web-upload", "well-known"], open.Order());
        Assert.All(door.Routes, route => Assert.Contains(route.AuthorizationPolicy, (string[])["anonymous", "default"]));
    }

    [Fact]
    public async Task Name_ResolvedAnew_IsCalledByItsAddresses()
    {
        await using var backend = new Backend();
        await backend.StartAsync();
        await using var door = await DoorHost.StartAsync(
            ("Gateway:ResolveEvery", "00:00:10"),
            ("ReverseProxy:Clusters:planning:Destinations:1:Address", $"http://localhost:{backend.Port}"));

        Assert.NotNull(await door.Rest().SeenAsync());
    }

    [Fact]
    public async Task Check_WithoutRoutes_SaysSo() =>
        await Assert.ThrowsAsync<StartupError>(() => new Proxy.RoutesCheck([]).CheckAsync(CancellationToken.None));
}
