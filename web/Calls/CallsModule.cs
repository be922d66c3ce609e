using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Options;
using StudySuite.Directory.V1;

namespace StudySuite.Web.Calls;

/// <summary>Generated clients of the whole public contract, each call with the token of who sits before the page.</summary>
internal static class CallsModule
{
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Gateway(GrpcChannel.ForAddress(
            provider.GetRequiredService<IOptions<WebOptions>>().Value.GatewayGrpc,
            new GrpcChannelOptions
            {
                HttpHandler = new SocketsHttpHandler
                {
                    EnableMultipleHttp2Connections = true,
                    KeepAlivePingDelay = TimeSpan.FromSeconds(60),
                    KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
                    UseProxy = false,
                },
            })));
        services.AddScoped<CallerHeaders>();
        services.AddScoped<Calls>();
        services.AddSingleton<Passage>();
        // A large file on a slow line takes its time; the browser's own connection ends a call that nobody waits for.
        services.AddHttpClient(Passage.HttpClient, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        foreach (var client in ClientTypes)
        {
            services.AddScoped(client, provider => Activator.CreateInstance(client, provider.GetRequiredService<Calls>().Invoker)!);
        }
    }

    private static IEnumerable<Type> ClientTypes => typeof(UnitService).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsSubclassOf(typeof(ClientBase)));
}

/// <summary>The one connection to the gateway.</summary>
internal sealed record Gateway(GrpcChannel Channel);

/// <summary>The way of one circuit or request to the gateway.</summary>
internal sealed class Calls(Gateway gateway, CallerHeaders headers)
{
    public CallInvoker Invoker { get; } = gateway.Channel.Intercept(headers);
}
