using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StudySuite.Gateway.Tests;

/// <summary>Sizes and times that the door holds callers and services to.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Headers_LargerThanAllowed_AreRefused()
    {
        await using var door = await DoorHost.StartAsync(("Gateway:MaxHeaderBytes", "8192"));
        var client = door.Rest();
        var fits = await client.GetAsync("/planning/v1/seen");
        client.DefaultRequestHeaders.Add("x-large", new string('x', 8_192));

        var refused = await client.GetAsync("/planning/v1/seen");

        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, refused.StatusCode);
    }

    [Fact]
    public async Task Headers_ThatDoNotComeToAnEnd_CloseTheConnection()
    {
        await using var door = await DoorHost.StartAsync(("Gateway:HeaderSeconds", "1"));
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, door.HttpPort);
        var stream = socket.GetStream();

        await stream.WriteAsync("GET /planning/v1/seen HTTP/1.1\r\nHost: x\r\nx-slow: "u8.ToArray());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var answer = await new StreamReader(stream, Encoding.ASCII).ReadToEndAsync(patience.Token);

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_ThatIsSilent_Is504WithAReason()
    {
        await using var door = await DoorHost.StartAsync(("ReverseProxy:Clusters:planning:HttpRequest:ActivityTimeout", "00:00:01"));

        var answer = await door.Rest().GetAsync("/planning/v1/slow");
        door.Backend.LetSlowGo.SetResult();

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal("SERVICE_TOO_SLOW", await answer.ReasonAsync());
    }

    [Fact]
    public async Task Shutdown_FinishesTheCallThatHasBegun_AndTakesNoNewOne()
    {
        await using var door = await DoorHost.StartAsync();
        var begun = door.Rest().GetStringAsync("/planning/v1/slow");
        await door.Backend.SlowBegan.Task.WaitAsync(TimeSpan.FromSeconds(30));

        var stopping = door.StopAsync();
        door.Backend.LetSlowGo.SetResult();

        Assert.Equal("done", await begun);
        await stopping.WaitAsync(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAsync<HttpRequestException>(() => door.Rest().GetAsync("/planning/v1/seen"));
    }
}
