using System.Globalization;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Arrangements;

internal sealed class TopicCampaignOpenedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<TopicCampaignOpened>
{
    public Task ConsumeAsync(TopicCampaignOpened evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.TopicCampaign, AlertLevel.Action, evt.Campaign, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Year.ToString(CultureInfo.InvariantCulture), evt.ClosesOn)
            .For(evt.Recipients.SelectMany(Audience.SecretaryAndLeader)),
        cancellationToken);
}

internal sealed class TopicProposalAnsweredConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<TopicProposalAnswered>
{
    public Task ConsumeAsync(TopicProposalAnswered evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.TopicProposalAnswered, AlertLevel.Info, evt.Proposal, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Year.ToString(CultureInfo.InvariantCulture))
            .For(evt.ProposedBy.Length > 0 ? Audience.Person(evt.ProposedBy) : Audience.Secretary(evt.Unit)),
        cancellationToken);
}
