using Grpc.Core;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Tests.Settings;

public sealed class SettingsTests(County county) : SettingsCases(county), IClassFixture<County>;

[Trait("Needs", "Servers")]
public sealed class SettingsOnServersTests(CountyOnServers county) : SettingsCases(county), IClassFixture<CountyOnServers>;

/// <summary>The same on both databases.</summary>
public abstract class SettingsCases(County county)
{
    [Fact]
    public async Task GetNotificationSettings_NeverChanged_AllOff()
    {
        var settings = await Of("p-quiet").GetNotificationSettingsAsync(new() { Name = "people/me/notificationSettings" });

        Assert.Equal(("", DeliveryMode.Off, 0), (settings.Email, settings.EmailMode, settings.Subscriptions.Count));
        await Refusal.WithAsync(StatusCode.NotFound, "INBOX_NOT_FOUND", async () =>
            await Of("p-quiet").GetNotificationSettingsAsync(new() { Name = "people/p-x/notificationSettings" }));
    }

    [Fact]
    public async Task Subscription_OfAnOffice_BringsAlertsOfOthersWhileItIsHeld()
    {
        await county.GivenOfficeAsync("p-follower", "xinxiang", "Publicity");
        var (overdue, other) = (county.NewNotice(), county.NewNotice("elsewhere"));
        var settings = await Of("p-follower").UpdateNotificationSettingsAsync(Asking("p-follower", "units/xinxiang"));

        await county.DeliverAsync(County.Overdue(overdue));
        await county.DeliverAsync(County.Overdue(other));
        var soon = county.NewNotice();
        await county.DeliverAsync(new Events.RectificationDueSoon(soon, "kegong", "1号", new DateOnly(2023, 12, 23), 3));

        Assert.Single(settings.Subscriptions);
        Assert.Single(await county.ItemsAsync("p-follower", overdue));
        Assert.Empty(await county.ItemsAsync("p-follower", other));
        Assert.Empty(await county.ItemsAsync("p-follower", soon));
        await county.DeliverAsync(new Events.GrantChanged("grants/p-follower", "p-follower", "Publicity", "xinxiang", false, 2));
        Assert.Empty(await county.ItemsAsync("p-follower", overdue));
    }

    [Fact]
    public async Task UpdateNotificationSettings_ForeignUnitAndWrongValues_AllViolationsAtOnce()
    {
        await county.GivenOfficeAsync("p-wrong", "weijian");
        var request = Asking("p-wrong", "units/kegong");
        request.NotificationSettings.Email = "no address";
        request.NotificationSettings.DigestTime = "8:00";

        await Refusal.ForFieldsAsync(
            async () => await Of("p-wrong").UpdateNotificationSettingsAsync(request),
            "notification_settings.email", "notification_settings.digest_time", "notification_settings.subscriptions[0]");
    }

    private static UpdateNotificationSettingsRequest Asking(string person, string unit) => new()
    {
        NotificationSettings = new()
        {
            Name = $"people/{person}/notificationSettings",
            Subscriptions =
            {
                new ChannelSubscription
                {
                    Unit = unit, Role = AlertRole.SupervisionOffice, MinLevel = AlertLevel.Overdue,
                    Kinds = { InboxItemKind.RectificationDeadline },
                },
            },
        },
    };

    private NotificationSettingsService.NotificationSettingsServiceClient Of(string person) => new(county.As(person));
}
