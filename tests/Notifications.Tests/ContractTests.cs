using System.Globalization;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Inbox;
using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests;

public sealed class ContractTests
{
    [Fact]
    public Task Rpcs_All_HaveAccess() => ServiceContract.RpcsHaveAccessAsync<NotificationsDbContext>(
        InboxServiceReflection.Descriptor, AlertBoardServiceReflection.Descriptor, SuggestionServiceReflection.Descriptor,
        ChannelServiceReflection.Descriptor, DeliveryServiceReflection.Descriptor, NotificationSettingsServiceReflection.Descriptor);

    [Fact]
    public Task Migrations_OfSqlite_FitTheModel() =>
        ServiceContract.MigrationsFitModelAsync<NotificationsDbContext>(Backing.Sqlite);

    [Fact, Trait("Needs", "Servers")]
    public Task Migrations_OfPostgres_FitTheModel() =>
        ServiceContract.MigrationsFitModelAsync<NotificationsDbContext>(Backing.Servers);

    [Fact]
    public void Enums_InTheContract_AreThoseOfTheDomain()
    {
        Assert.Equal(NamesOf<AlertKind>(), NamesOf<InboxItemKind>());
        Assert.Equal(NamesOf<Notifications.Alerts.AlertLevel>(), NamesOf<V1.AlertLevel>());
        Assert.Equal(NamesOf<Notifications.Suggestions.SuggestionKind>(), NamesOf<SuggestionKind>());
        Assert.Equal(NamesOf<Notifications.Suggestions.SuggestionState>(), NamesOf<SuggestionState>());
        Assert.Equal(NamesOf<Notifications.Suggestions.SuggestionStepKind>(), NamesOf<SuggestionStepKind>());
        Assert.Equal(NamesOf<Notifications.Channels.ChannelKind>(), NamesOf<ChannelKind>());
        Assert.Equal(NamesOf<Notifications.Channels.DeliveryMode>(), NamesOf<DeliveryMode>());
        Assert.Equal(NamesOf<Notifications.Channels.Language>(), NamesOf<Language>());
        Assert.Equal(NamesOf<Notifications.Subscriptions.AlertRole>(), NamesOf<AlertRole>());
        Assert.Equal(NamesOf<Notifications.Deliveries.DeliveryState>(), NamesOf<DeliveryState>());
    }

    [Fact]
    public void Texts_EveryKindAndLevel_HasTitleAndText()
    {
        foreach (var kind in Enum.GetValues<AlertKind>())
        {
            IReadOnlyList<Notifications.Alerts.AlertLevel> levels =
                AlertKinds.LevelsOf(kind) is { Count: > 0 } own ? own : [Notifications.Alerts.AlertLevel.Info];
            foreach (var alert in levels.Select(level => Notifications.Alerts.Alert.Of(kind, level, "x", "", 1, default)))
            {
                var chinese = (AlertTexts.Title(alert, Zh), AlertTexts.Text(new InboxRow(alert, null, null), Zh));
                var english = (AlertTexts.Title(alert, En), AlertTexts.Text(new InboxRow(alert, null, null), En));
                Assert.NotEmpty(chinese.Item1);
                Assert.NotEmpty(chinese.Item2);
                // A key that is missing in English falls back to Chinese.
                Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", english.Item1 + english.Item2);
            }
        }
    }

    private static CultureInfo Zh { get; } = CultureInfo.GetCultureInfo("zh");

    private static CultureInfo En { get; } = CultureInfo.GetCultureInfo("en");

    private static IEnumerable<string> NamesOf<TEnum>()
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Where(name => name != "Unspecified");
}
