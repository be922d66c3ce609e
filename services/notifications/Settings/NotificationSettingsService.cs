using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Inbox;
using StudySuite.Notifications.Subscriptions;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Settings;

internal sealed class NotificationSettingsService(NotificationsDbContext db)
    : V1.NotificationSettingsService.NotificationSettingsServiceBase
{
    private static readonly string[] Fields = ["email", "email_mode", "digest_time", "quiet_hours", "language", "subscriptions"];

    public override async Task<NotificationSettings> GetNotificationSettings(
        GetNotificationSettingsRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(OwnerOf(request.Name, context), context) ?? new PersonSettings(context.Caller().Person));

    public override async Task<NotificationSettings> UpdateNotificationSettings(
        UpdateNotificationSettingsRequest request, ServerCallContext context)
    {
        var asked = request.NotificationSettings ?? new NotificationSettings();
        var person = OwnerOf(asked.Name, context);
        var fields = Masks.Writable(request.UpdateMask, Fields);
        var subscriptions = await CheckAsync(person, asked, fields, context.CancellationToken);

        var settings = await FindAsync(person, context);
        if (settings is null)
        {
            settings = new PersonSettings(person);
            db.Add(settings);
        }
        else
        {
            settings.RequireEtag(asked.Etag);
        }

        Apply(settings, asked, subscriptions, fields);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(settings);
    }

    private async Task<List<Subscription>> CheckAsync(
        string person, NotificationSettings asked, HashSet<string> fields, CancellationToken cancellationToken)
    {
        var wrong = new Violations()
            .AddIf(asked.Email.Length > 0 && !ChannelValues.IsMailbox(asked.Email), "notification_settings.email",
                "MAIL_ADDRESS_INVALID", ("value", asked.Email))
            .AddIf(!Enum.IsDefined(asked.EmailMode), "notification_settings.email_mode", "ENUM_UNKNOWN",
                ("value", asked.EmailMode.ToString()))
            .AddIf(!Enum.IsDefined(asked.Language), "notification_settings.language", "ENUM_UNKNOWN",
                ("value", asked.Language.ToString()))
            .Time("notification_settings.digest_time", asked.DigestTime)
            .Quiet("notification_settings.quiet_hours", asked.QuietHours);
        var subscriptions = wrong.Subscriptions("notification_settings.subscriptions", asked.Subscriptions);
        if (fields.Contains("subscriptions"))
        {
            var held = await db.HeldAsync(person, subscriptions, cancellationToken);
            for (var i = 0; i < subscriptions.Count; i++)
            {
                wrong.AddIf(!held.Contains(subscriptions[i]),
                    string.Create(CultureInfo.InvariantCulture, $"notification_settings.subscriptions[{i}]"), "ROLE_NOT_HELD");
            }
        }

        wrong.ThrowIfAny();
        return subscriptions;
    }

    private static void Apply(
        PersonSettings settings, NotificationSettings asked, List<Subscription> subscriptions, HashSet<string> fields)
    {
        settings.Email = fields.Contains("email") ? asked.Email : settings.Email;
        settings.EmailMode = fields.Contains("email_mode")
            ? asked.EmailMode == V1.DeliveryMode.Unspecified ? Channels.DeliveryMode.Off : (Channels.DeliveryMode)asked.EmailMode
            : settings.EmailMode;
        settings.DigestTime = !fields.Contains("digest_time") ? settings.DigestTime
            : asked.DigestTime.Length > 0 ? asked.DigestTime : Channels.Channel.DefaultDigestTime;
        settings.QuietHours = fields.Contains("quiet_hours") ? asked.QuietHours.ToDomain() : settings.QuietHours;
        settings.Language = !fields.Contains("language") ? settings.Language
            : asked.Language == V1.Language.English ? Channels.Language.English : Channels.Language.Chinese;
        settings.Subscriptions = fields.Contains("subscriptions") ? subscriptions : settings.Subscriptions;
    }

    private static string OwnerOf(string name, ServerCallContext context) => InboxName.Owner(
        $"people/{ResourceName.Parse("people/{person}/notificationSettings", name)[0]}", context);

    private Task<PersonSettings?> FindAsync(string person, ServerCallContext context) =>
        db.PersonSettings.SingleOrDefaultAsync(settings => settings.Person == person, context.CancellationToken);

    private static NotificationSettings ToProto(PersonSettings settings) => new()
    {
        Name = settings.ResourceName,
        Email = settings.Email,
        EmailMode = (V1.DeliveryMode)settings.EmailMode,
        DigestTime = settings.DigestTime,
        QuietHours = settings.QuietHours.ToProto(),
        Language = (V1.Language)settings.Language,
        Subscriptions = { settings.Subscriptions.Select(subscription => subscription.ToProto()) },
        Etag = settings.Etag,
    };
}
