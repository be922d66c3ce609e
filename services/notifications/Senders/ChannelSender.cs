using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Outgoing;

namespace StudySuite.Notifications.Senders;

/// <summary>Sends notices through a channel, whatever it is, and tells in one word how it ended.</summary>
internal sealed partial class ChannelSender(
    ChannelSecrets secrets, OutgoingGuard guard, WebhookSender webhook, RobotSender robot, MailSender mail,
    ILogger<ChannelSender> logger)
{
    /// <param name="recipients">For mail only.</param>
    public async Task<Outcome> SendAsync(
        Channel channel, IReadOnlyList<string> recipients, IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
    {
        try
        {
            var address = new Uri(secrets.AddressOf(channel));
            // The list may have become shorter since the channel was made.
            if (guard.Refuse(address, channel.Kind == ChannelKind.Email) is { } reason)
            {
                return Outcome.Refused(reason);
            }

            var secret = secrets.SecretOf(channel);
            return channel.Kind switch
            {
                ChannelKind.Webhook => await webhook.SendAsync(address, secret, notices[0], cancellationToken),
                ChannelKind.Email => await mail.SendAsync(channel, address, secret, recipients, notices, cancellationToken),
                _ => await robot.SendAsync(channel.Kind, channel.Language, address, secret, notices, cancellationToken),
            };
        }
        catch (Exception error) when (FailureOf(error, cancellationToken) is not null)
        {
            Log.Away(logger, channel.Id, error.GetBaseException().Message);
            return Outcome.Away(FailureOf(error, cancellationToken)!);
        }
    }

    private static string? FailureOf(Exception error, CancellationToken cancellationToken) => error switch
    {
        { InnerException: AddressForbidden } or AddressForbidden => "ADDRESS_FORBIDDEN",
        OperationCanceledException when !cancellationToken.IsCancellationRequested => "TIMEOUT",
        SmtpCommandException smtp => $"SMTP_{(int)smtp.StatusCode}",
        ServiceNotAuthenticatedException or MailKit.Security.AuthenticationException => "SMTP_SIGN_IN_FAILED",
        MailKit.Security.SslHandshakeException => "TLS_FAILED",
        // The server offers no TLS, or no way to sign in.
        NotSupportedException => "SMTP_NOT_SUPPORTED",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "TLS_FAILED",
        FileNotFoundException or DirectoryNotFoundException or System.Security.Cryptography.CryptographicException
            or UnauthorizedAccessException => "SECRET_UNREADABLE",
        HttpRequestException or SocketException or ProtocolException or IOException => "UNREACHABLE",
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Channel {Channel} cannot be reached: {Why}")]
        public static partial void Away(ILogger logger, string channel, string why);
    }
}
