using System.Text.Json;
using StudySuite.Events;

namespace StudySuite.Platform.Tests.Messaging;

public sealed class EventNamesTests
{
    /// <summary>Rows and queues hold these names: one may be added, none may change.</summary>
    private static readonly string[] Pinned =
    [
        "bulletin.bulletin-issued.v1",
        "bulletin.bulletin-reminded.v1",
        "directory.credential-reset.v1",
        "directory.delegation-changed.v1",
        "directory.grant-changed.v1",
        "directory.membership-changed.v1",
        "directory.rulebook-published.v1",
        "directory.unit-changed.v1",
        "directory.work-calendar-published.v1",
        "planning.arrangement-amended.v1",
        "planning.arrangement-issued.v1",
        "planning.arrangement-withdrawn.v1",
        "planning.plan-accepted.v1",
        "planning.plan-amended.v1",
        "planning.plan-approved.v1",
        "planning.plan-filed.v1",
        "planning.plan-filing-due-soon.v1",
        "planning.plan-filing-due.v1",
        "planning.plan-filing-overdue.v1",
        "planning.plan-returned.v1",
        "planning.topic-campaign-opened.v1",
        "planning.topic-proposal-answered.v1",
        "sessions.activity-recorded.v1",
        "sessions.archive-overdue.v1",
        "sessions.attendance-recorded.v1",
        "sessions.first-topic-studied.v1",
        "sessions.lecture-filed.v1",
        "sessions.lecture-filing-lapsed.v1",
        "sessions.make-up-assigned.v1",
        "sessions.make-up-done.v1",
        "sessions.make-up-due-soon.v1",
        "sessions.make-up-overdue.v1",
        "sessions.make-up-withdrawn.v1",
        "sessions.materials-distributed.v1",
        "sessions.member-obligations-open.v1",
        "sessions.scheme-approved.v1",
        "sessions.session-archived.v1",
        "sessions.session-cancelled.v1",
        "sessions.session-completed.v1",
        "sessions.session-held.v1",
        "sessions.session-notified.v1",
        "sessions.session-planned.v1",
        "sessions.session-reopened.v1",
        "supervision.assessment-finalised.v1",
        "supervision.assessment-shown.v1",
        "supervision.coverage-due.v1",
        "supervision.look-back-due.v1",
        "supervision.look-back-failed.v1",
        "supervision.look-back-passed.v1",
        "supervision.observation-announced.v1",
        "supervision.observation-feedback-due.v1",
        "supervision.observation-feedback-handed-in.v1",
        "supervision.observation-feedback-issued.v1",
        "supervision.problem-found.v1",
        "supervision.rectification-accepted.v1",
        "supervision.rectification-due-soon.v1",
        "supervision.rectification-due.v1",
        "supervision.rectification-escalated.v1",
        "supervision.rectification-extended.v1",
        "supervision.rectification-extension-refused.v1",
        "supervision.rectification-extension-requested.v1",
        "supervision.rectification-notice-issued.v1",
        "supervision.rectification-overdue.v1",
        "supervision.rectification-reported.v1",
        "supervision.rectification-returned.v1",
    ];

    [Fact]
    public void Names_AreThePinnedOnes() => Assert.Equal(Pinned, EventTypes.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void EveryEvent_IsNamed() => Assert.Equal(
        typeof(IEvent).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IEvent))).Order(ByName),
        EventTypes.Names.Select(name => EventTypes.Find(name)!).Order(ByName));

    [Fact]
    public void Bodies_AreReadBackAsWritten()
    {
        var written = new WorkCalendarPublished(2023, [new DateOnly(2023, 10, 1)], [new DateOnly(2023, 10, 7)], 3);

        var body = JsonSerializer.Serialize(written, StudySuite.Messaging.Outbox.Json);

        Assert.Contains("\"holidays\":[\"2023-10-01\"]", body, StringComparison.Ordinal);
        var read = JsonSerializer.Deserialize<WorkCalendarPublished>(body, StudySuite.Messaging.Outbox.Json)!;
        Assert.Equal((written.Year, written.Version, written.Subject), (read.Year, read.Version, read.Subject));
        Assert.Equal(written.Workdays, read.Workdays);
    }

    private static readonly Comparer<Type> ByName =
        Comparer<Type>.Create((left, right) => string.CompareOrdinal(left.Name, right.Name));
}
