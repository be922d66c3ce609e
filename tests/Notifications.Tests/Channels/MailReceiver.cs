using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests.Channels;

/// <summary>A real SMTP server that keeps what is mailed to it, and may be down for a while.</summary>
internal sealed class MailReceiver : IAsyncDisposable
{
    private CancellationTokenSource? stop;
    private Task running = Task.CompletedTask;

    public int Port { get; } = FreePort.Next();

    public ConcurrentQueue<(MimeMessage Message, List<string> Recipients)> Taken { get; } = new();

    /// <summary>Speaks TLS with it: from the first byte when <see cref="IsSecure"/>, else after STARTTLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool IsSecure { get; init; }

    /// <summary>Only who knows it may send; null lets everybody.</summary>
    public (string User, string Password)? Login { get; init; }

    public string Url => $"{(IsSecure ? "smtps" : "smtp")}://127.0.0.1:{Port}";

    public void Start()
    {
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(Configure)
            .Build();
        var services = new ServiceProvider();
        services.Add(new Store(Taken));
        if (Login is { } login)
        {
            services.Add(new DelegatingUserAuthenticator((user, password) => (user, password) == login));
        }

        stop = new CancellationTokenSource();
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    private void Configure(EndpointDefinitionBuilder endpoint)
    {
        endpoint.Endpoint(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, Port)).IsSecure(IsSecure);
        if (Certificate is not null)
        {
            endpoint.Certificate(Certificate);
        }

        if (Login is not null)
        {
            endpoint.AuthenticationRequired().AllowUnsecureAuthentication(false);
        }
    }

    public async Task StopAsync()
    {
        if (stop is not null)
        {
            await stop.CancelAsync();
            await running.ContinueWith(_ => { }, TaskScheduler.Default);
            stop.Dispose();
            stop = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private sealed class Store(ConcurrentQueue<(MimeMessage Message, List<string> Recipients)> taken) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            var message = await MimeMessage.LoadAsync(stream, cancellationToken);
            taken.Enqueue((message, [.. transaction.To.Select(to => $"{to.User}@{to.Host}")]));
            return SmtpResponse.Ok;
        }
    }
}
