using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace StudySuite.Defaults.Plain;

/// <summary>A plain HTTP request in the clothes of a gRPC call, so that what guards RPCs guards it too.</summary>
internal sealed class PlainCallContext : ServerCallContext
{
    private readonly HttpContext http;
    private readonly string method;

    public PlainCallContext(HttpContext http, string method)
    {
        (this.http, this.method) = (http, method);
        foreach (var header in http.Request.Headers.Where(header => header.Key is "Accept-Language" or "User-Agent"))
        {
            RequestHeadersCore.Add(header.Key.ToLowerInvariant(), header.Value.ToString());
        }

        // The key under which Grpc.AspNetCore looks for it in contexts that are not its own.
        UserStateCore["__HttpContext"] = http;
    }

    protected override string MethodCore => method;

    protected override string HostCore => http.Request.Host.Value ?? "";

    protected override string PeerCore => http.Connection.RemoteIpAddress?.ToString() ?? "";

    protected override DateTime DeadlineCore => DateTime.MaxValue;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore => http.RequestAborted;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore { get; } = new("", []);

    protected override IDictionary<object, object> UserStateCore { get; } = new Dictionary<object, object>();

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
}
