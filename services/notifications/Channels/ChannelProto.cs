using Google.Protobuf.WellKnownTypes;
using StudySuite.Notifications.Subscriptions;

namespace StudySuite.Notifications.Channels;

internal static class ChannelProto
{
    /// <summary>Without what is told once only.</summary>
    public static V1.Channel Of(Channel channel) => new()
    {
        Name = channel.ResourceName,
        Title = channel.Title,
        Kind = (V1.ChannelKind)channel.Kind,
        Host = channel.Host,
        SecretFile = channel.SecretFile,
        HasSecret = channel.HasSecret,
        Mail = channel.Kind == ChannelKind.Email
            ? new V1.MailSettings
            {
                Sender = channel.Mail.Sender,
                UserName = channel.Mail.UserName,
                Recipients = { channel.Mail.Recipients },
                ServesPeople = channel.Mail.ServesPeople,
            }
            : null,
        Subscriptions = { channel.Subscriptions.Select(subscription => subscription.ToProto()) },
        Mode = (V1.DeliveryMode)channel.Mode,
        DigestTime = channel.DigestTime,
        QuietHours = channel.QuietHours.ToProto(),
        Language = (V1.Language)channel.Language,
        Enabled = channel.IsEnabled,
        CreateTime = channel.CreatedAt.ToTimestamp(),
        Etag = channel.Etag,
    };
}
