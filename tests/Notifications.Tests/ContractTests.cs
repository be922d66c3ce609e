using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Inbox;
using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests;

public sealed class ContractTests
{
    [Fact]
    public Task Rpcs_All_HaveAccess() => ServiceContract.RpcsHaveAccessAsync<NotificationsDbContext>(
        InboxServiceReflection.Descriptor, AlertBoardServiceReflection.Descriptor, SuggestionServiceReflection.Descriptor);

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
    }

    [Fact]
    public void Texts_EveryKindAndLevel_HasTitleAndText()
    {
        var levels = Enum.GetValues<Notifications.Alerts.AlertLevel>();
        foreach (var kind in Enum.GetValues<AlertKind>())
        {
            var level = kind == AlertKind.RectificationDeadline ? levels[^3..] : levels[..1];
            foreach (var alert in level.Select(l => Notifications.Alerts.Alert.Of(kind, l, "x", "", 1, default)))
            {
                Assert.NotEmpty(AlertTexts.Title(alert));
                Assert.NotEmpty(AlertTexts.Text(new InboxRow(alert, null, null)));
            }
        }
    }

    private static IEnumerable<string> NamesOf<TEnum>()
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Where(name => name != "Unspecified");
}
