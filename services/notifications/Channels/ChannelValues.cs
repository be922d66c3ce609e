using System.Text.RegularExpressions;
using MimeKit;
using StudySuite.Defaults.Errors;
using StudySuite.Notifications.Outgoing;
using StudySuite.Notifications.Subscriptions;

namespace StudySuite.Notifications.Channels;

/// <summary>What an administrator says of a channel, checked.</summary>
internal sealed partial record ChannelValues(V1.Channel Asked, Uri? Address, List<Subscription> Subscriptions)
{
    public static readonly string[] All =
    [
        "title", "address", "secret", "secret_file", "mail", "subscriptions", "mode", "digest_time", "quiet_hours", "language",
    ];

    public static ChannelValues Read(V1.Channel asked, V1.ChannelKind kind, Violations wrong, OutgoingGuard guard)
    {
        var isMail = kind == V1.ChannelKind.Email;
        wrong.Text("channel.title", asked.Title, 100)
            .OptionalText("channel.secret", asked.Secret, 500)
            .AddIf(asked.SecretFile.Length > 0 && !FileName().IsMatch(asked.SecretFile), "channel.secret_file", "SECRET_FILE_INVALID")
            .AddIf(!Enum.IsDefined(asked.Mode) || asked.Mode == V1.DeliveryMode.Off, "channel.mode", "ENUM_UNKNOWN",
                ("value", asked.Mode.ToString()))
            .AddIf(!Enum.IsDefined(asked.Language), "channel.language", "ENUM_UNKNOWN", ("value", asked.Language.ToString()))
            .Time("channel.digest_time", asked.DigestTime)
            .Quiet("channel.quiet_hours", asked.QuietHours);
        if (isMail)
        {
            ReadMail(asked.Mail ?? new V1.MailSettings(), wrong);
        }

        var subscriptions = wrong.Subscriptions("channel.subscriptions", asked.Subscriptions);
        return new ChannelValues(asked, ReadAddress(asked.Address, isMail, wrong, guard), subscriptions);
    }

    public void ApplyTo(Channel channel, ChannelSecrets secrets, ICollection<string> fields)
    {
        Set("title", () => channel.Title = Asked.Title);
        Set("address", () => Move(channel, secrets));
        Set("secret", () => UseSecret(channel, secrets));
        Set("secret_file", () => channel.SecretFile = Asked.SecretFile);
        Set("mail", () => channel.Mail = Asked.Mail is { } mail
            ? new MailSettings(mail.Sender, mail.UserName, [.. mail.Recipients], mail.ServesPeople)
            : MailSettings.None);
        Set("subscriptions", () => channel.Subscriptions = Subscriptions);
        Set("mode", () => channel.Mode = Asked.Mode == V1.DeliveryMode.Digest ? DeliveryMode.Digest : DeliveryMode.Immediate);
        Set("digest_time", () => channel.DigestTime = Asked.DigestTime is { Length: > 0 } time ? time : Channel.DefaultDigestTime);
        Set("quiet_hours", () => channel.QuietHours = Asked.QuietHours.ToDomain());
        Set("language", () => channel.Language =
            Asked.Language == V1.Language.English ? Language.English : Language.Chinese);

        void Set(string field, Action apply)
        {
            if (fields.Contains(field))
            {
                apply();
            }
        }
    }

    private void Move(Channel channel, ChannelSecrets secrets)
    {
        if (Address is not null)
        {
            channel.MoveTo(Address, secrets);
        }
    }

    private void UseSecret(Channel channel, ChannelSecrets secrets)
    {
        if (Asked.Secret.Length > 0)
        {
            channel.UseSecret(Asked.Secret, secrets);
        }
    }

    private static Uri? ReadAddress(string text, bool isMail, Violations wrong, OutgoingGuard guard)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length > 1000 || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            wrong.Add("channel.address", "ADDRESS_INVALID");
            return null;
        }

        if (guard.Refuse(address, isMail) is { } reason)
        {
            wrong.Add("channel.address", reason, ("host", address.Host));
        }

        return address;
    }

    private static void ReadMail(V1.MailSettings mail, Violations wrong)
    {
        wrong.AddIf(!IsMailbox(mail.Sender), "channel.mail.sender", "MAIL_ADDRESS_INVALID", ("value", mail.Sender))
            .OptionalText("channel.mail.user_name", mail.UserName)
            .AddIf(mail.Recipients.Count > 50, "channel.mail.recipients", "TOO_MANY", ("max", "50"));
        foreach (var recipient in mail.Recipients.Where(recipient => !IsMailbox(recipient)))
        {
            wrong.Add("channel.mail.recipients", "MAIL_ADDRESS_INVALID", ("value", recipient));
        }
    }

    public static bool IsMailbox(string text) => text.Length is > 0 and <= 200
        && text.Contains('@', StringComparison.Ordinal)
        && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text;

    [GeneratedRegex("^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$")]
    private static partial Regex FileName();
}
