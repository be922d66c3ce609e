using Google.Protobuf.Reflection;
using Microsoft.EntityFrameworkCore;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Inbox;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Tests;

public sealed class ContractTests(County county) : IClassFixture<County>
{
    [Fact]
    public void Access_EveryRpc_HasItsEntry()
    {
        FileDescriptor[] files =
            [InboxServiceReflection.Descriptor, AlertBoardServiceReflection.Descriptor, SuggestionServiceReflection.Descriptor];
        var rpcs = files.SelectMany(file => file.Services).SelectMany(s => s.Methods.Select(m => $"{s.Name}/{m.Name}"));

        Assert.Equal(
            rpcs.Order(StringComparer.Ordinal), NotificationsAccess.Table.Rules.Keys.Order(StringComparer.Ordinal));
    }

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

    [Fact]
    public async Task Migrations_FitTheModel() =>
        Assert.False(await county.Host.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));

    private static IEnumerable<string> NamesOf<TEnum>()
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Where(name => name != "Unspecified");
}

[Trait("Needs", "Servers")]
public sealed class MigrationsOnServersTests(CountyOnServers county) : IClassFixture<CountyOnServers>
{
    [Fact]
    public async Task Migrations_FitTheModel() =>
        Assert.False(await county.Host.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
}
