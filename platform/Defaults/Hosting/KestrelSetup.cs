using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace StudySuite.Defaults.Hosting;

internal static class KestrelSetup
{
    public static void ListenAsConfigured(this WebApplicationBuilder builder)
    {
        var listen = builder.Configuration.GetSection("Listen").Get<ListenOptions>() ?? new ListenOptions();
        var address = listen.Address == "*" ? IPAddress.Any
            : IPAddress.TryParse(listen.Address, out var parsed) ? parsed
            : throw new StartupError(
                $"设置 Listen:Address 的值“{listen.Address}”不是 IP 地址。",
                $"Setting Listen:Address: \"{listen.Address}\" is not an IP address.");

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, listen.HttpPort, endpoint => endpoint.Protocols = HttpProtocols.Http1);
            kestrel.Listen(address, listen.GrpcPort, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            if (listen.MetricsPort > 0)
            {
                kestrel.Listen(address, listen.MetricsPort, endpoint => endpoint.Protocols = HttpProtocols.Http1);
            }
        });
    }

    /// <summary>The message for a port that is taken, or null when the failure is another.</summary>
    public static StartupError? PortTaken(Exception error, IConfiguration configuration)
    {
        if (error is not IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException })
        {
            return null;
        }

        var listen = configuration.GetSection("Listen").Get<ListenOptions>() ?? new ListenOptions();
        return new StartupError(
            $"端口被占用（{error.Message}）。请修改设置 Listen:HttpPort（现为 {listen.HttpPort}）或 Listen:GrpcPort（现为 {listen.GrpcPort}），如环境变量 Listen__HttpPort。",
            $"A port is taken ({error.Message}) Change setting Listen:HttpPort (now {listen.HttpPort}) or Listen:GrpcPort (now {listen.GrpcPort}), for example by environment variable Listen__HttpPort.");
    }
}
