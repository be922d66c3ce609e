using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Inbox;
using StudySuite.Notifications.Outgoing;

namespace StudySuite.Notifications.Senders;

/// <summary>Mail over SMTP: one message for all notices that are due. Its Message-Id is the same at each try.</summary>
internal sealed class MailSender(OutgoingGuard guard, OutgoingTrust trust, TimeProvider clock)
{
    public async Task<Outcome> SendAsync(
        Channel channel, Uri address, string password, IReadOnlyList<string> recipients, IReadOnlyList<Notice> notices,
        CancellationToken cancellationToken)
    {
        if (recipients.Count == 0)
        {
            return Outcome.Refused("NO_RECIPIENTS");
        }

        using var timer = new CancellationTokenSource(guard.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        using var client = new SmtpClient
        {
            ServerCertificateValidationCallback = (_, certificate, chain, errors) => trust.Accepts(certificate, chain, errors),
        };
        // The guard connects to the address that it checked; the name is for the certificate only.
        var socket = await guard.ConnectAsync(address.Host, address.Port, either.Token);
        await client.ConnectAsync(socket, address.Host, address.Port, SecurityOf(address), either.Token);
        if (channel.Mail.UserName.Length > 0)
        {
            await client.AuthenticateAsync(channel.Mail.UserName, password, either.Token);
        }

        using var message = Compose(channel, recipients, notices);
        await client.SendAsync(message, either.Token);
        await client.DisconnectAsync(quit: true, either.Token);
        return Outcome.Delivered;
    }

    private SecureSocketOptions SecurityOf(Uri address) =>
        address.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect
        : guard.RequiresTls ? SecureSocketOptions.StartTls
        : SecureSocketOptions.StartTlsWhenAvailable;

    private MimeMessage Compose(Channel channel, IReadOnlyList<string> recipients, IReadOnlyList<Notice> notices)
    {
        var culture = Notice.CultureOf(channel.Language);
        var sender = MailboxAddress.Parse(channel.Mail.Sender);
        var message = new MimeMessage
        {
            MessageId = $"{notices[0].Id}@{sender.Domain}",
            Date = clock.GetUtcNow(),
            Subject = notices.Count == 1
                ? notices[0].Title
                : AlertTexts.Say("Several", culture)
                    .Replace("{count}", notices.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            Body = new TextPart("plain")
            {
                Text = $"{string.Join("\n\n", notices.Select(notice => notice.ToLines()))}\n\n-- \n{AlertTexts.Say("Footer", culture)}\n",
            },
        };
        message.From.Add(sender);
        // Recipients need not learn of each other.
        (recipients.Count == 1 ? message.To : message.Bcc).AddRange(recipients.Select(MailboxAddress.Parse));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
