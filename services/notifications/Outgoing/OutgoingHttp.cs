using System.Net.Sockets;

namespace StudySuite.Notifications.Outgoing;

/// <summary>The one HTTP client by which anything leaves: guarded, no redirects, no proxy, no cookies.</summary>
internal sealed class OutgoingHttp(OutgoingGuard guard, OutgoingTrust trust) : IDisposable
{
    private const int MaxAnswerBytes = 64 * 1024;

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        SslOptions =
        {
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) => trust.Accepts(certificate, chain, errors),
        },
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = async (context, cancellationToken) => new NetworkStream(
            await guard.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken), ownsSocket: true),
    })
    {
        MaxResponseContentBufferSize = MaxAnswerBytes,
        Timeout = guard.Timeout,
    };

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        client.SendAsync(request, cancellationToken);

    public void Dispose() => client.Dispose();
}
