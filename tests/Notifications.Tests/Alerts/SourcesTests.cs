using StudySuite.Events;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Tests.Alerts;

/// <summary>Which event tells whom what.</summary>
public sealed class SourcesTests(County county) : SourcesCases(county), IClassFixture<County>;

[Trait("Needs", "Servers")]
public sealed class SourcesOnServersTests(CountyOnServers county) : SourcesCases(county), IClassFixture<CountyOnServers>;

/// <summary>The same on both databases.</summary>
public abstract class SourcesCases(County county)
{
    private const string Secret = "不可外传";
    private static readonly DateOnly Day = new(2023, 12, 18);
    private static readonly string[] Unit = ["p-kegong-leader", "p-kegong-secretary"];
    private static readonly string[] UnitAndOffice = [.. Unit, County.Office];

    private static readonly Dictionary<string, (IEvent Event, string[] People, InboxItemKind Kind, AlertLevel Level)> Cases = new()
    {
        ["session"] = (
            new SessionNotified(
                "units/kegong/sessions/s1", "kegong", Secret, new DateTimeOffset(2023, 12, 22, 1, 0, 0, TimeSpan.Zero), Secret,
                ["p-kegong-member", "p-kegong-leader"], 4),
            ["p-kegong-leader", "p-kegong-member"], InboxItemKind.SessionNotice, AlertLevel.Action),
        ["make-up"] = (
            new MakeUpAssigned("units/kegong/makeUps/m1", "kegong", "units/kegong/sessions/s1", "p-kegong-member", Secret, Day, 1),
            ["p-kegong-member"], InboxItemKind.MakeUpAssigned, AlertLevel.Action),
        ["make-up-soon"] = (
            new MakeUpDueSoon("units/kegong/makeUps/m2", "kegong", "units/kegong/sessions/s1", "p-kegong-member", Secret, Day, 1),
            ["p-kegong-member"], InboxItemKind.MakeUpDeadline, AlertLevel.DueSoon),
        ["make-up-overdue"] = (
            new MakeUpOverdue("units/kegong/makeUps/m3", "kegong", "units/kegong/sessions/s1", "p-kegong-member", Secret, Day, 1),
            ["p-kegong-member", "p-kegong-secretary"], InboxItemKind.MakeUpDeadline, AlertLevel.Overdue),
        ["member-obligations"] = (
            new MemberObligationsOpen(
                "units/kegong/people/p-kegong-member/years/2023", "kegong", "p-kegong-member", 2023,
                ["member.output_min_per_year"], Day, 1),
            ["p-kegong-member"], InboxItemKind.MemberObligations, AlertLevel.Info),
        ["materials"] = (
            new MaterialsDistributed("units/kegong/sessions/s4", "kegong", Secret, Day, 1, 3, ["p-kegong-member"], 1),
            ["p-kegong-member"], InboxItemKind.MaterialsDistributed, AlertLevel.Action),
        ["session-cancelled"] = (
            new SessionCancelled(
                "units/kegong/sessions/s2", "kegong", Secret, null, Day, Secret, ["p-kegong-member"], 5),
            ["p-kegong-member"], InboxItemKind.SessionCancelled, AlertLevel.Action),
        ["observation-announced"] = (
            new ObservationAnnounced("units/kegong/observations/o1", "kegong", "xinxiang", Day, 1),
            Unit, InboxItemKind.ObservationAnnounced, AlertLevel.Action),
        ["observation-feedback"] = (
            new ObservationFeedbackIssued("units/kegong/observations/o2", "kegong", "xinxiang", Day, 4),
            Unit, InboxItemKind.ObservationFeedback, AlertLevel.Action),
        ["bulletin-reminded"] = (
            new BulletinReminded("units/xinxiang/bulletins/b2", "xinxiang", "1号", Secret, Day, ["weijian"], 7),
            ["p-weijian-leader", "p-weijian-secretary"], InboxItemKind.BulletinReminded, AlertLevel.Action),
        ["plan-returned"] = (
            new PlanReturned("units/kegong/plans/2023", "kegong", 2023, Secret, 5),
            ["p-kegong-secretary"], InboxItemKind.PlanReturned, AlertLevel.Action),
        ["plan-accepted"] = (
            new PlanAccepted("units/kegong/plans/2022", "kegong", 2022, "新宣备1号", 6),
            ["p-kegong-secretary"], InboxItemKind.PlanAccepted, AlertLevel.Info),
        ["plan-filing-due-soon"] = (
            new PlanFilingDueSoon("units/kegong/plans/2024", "kegong", 2024, Day, 7), Unit, InboxItemKind.PlanFilingDeadline, AlertLevel.DueSoon),
        ["plan-filing-due"] = (
            new PlanFilingDue("units/kegong/plans/2025", "kegong", 2025, Day, 7), Unit, InboxItemKind.PlanFilingDeadline, AlertLevel.Due),
        ["plan-filing-overdue"] = (
            new PlanFilingOverdue("units/kegong/plans/2026", "kegong", 2026, Day, 7), [.. Unit, County.PublicityOffice], InboxItemKind.PlanFilingDeadline, AlertLevel.Overdue),
        ["arrangement"] = (
            new ArrangementIssued("units/xinxiang/thematicArrangements/a", "xinxiang", 2024, "新宣发〔2023〕9号", Day, ["kegong"], 2),
            Unit, InboxItemKind.ArrangementIssued, AlertLevel.Action),
        ["arrangement-amended"] = (
            new ArrangementAmended("units/xinxiang/thematicArrangements/b", "xinxiang", 2024, "新宣发〔2023〕9号", Day, ["kegong"], 3),
            Unit, InboxItemKind.ArrangementAmended, AlertLevel.Action),
        ["arrangement-withdrawn"] = (
            new ArrangementWithdrawn("units/xinxiang/thematicArrangements/c", "xinxiang", 2024, "新宣发〔2023〕9号", Day, ["kegong"], 4),
            Unit, InboxItemKind.ArrangementWithdrawn, AlertLevel.Info),
        ["topic-campaign"] = (
            new TopicCampaignOpened("units/xinxiang/topicCampaigns/c", "xinxiang", 2024, Day, ["kegong"], 1),
            Unit, InboxItemKind.TopicCampaign, AlertLevel.Action),
        ["topic-answered"] = (
            new TopicProposalAnswered("units/kegong/topicProposals/t", "kegong", 2024, "Accepted", "p-kegong-leader", 2),
            ["p-kegong-leader"], InboxItemKind.TopicProposalAnswered, AlertLevel.Info),
        ["bulletin"] = (
            new BulletinIssued("units/xinxiang/bulletins/b1", "xinxiang", "新宣通〔2023〕1号", Secret, Day, ["kegong", "weijian"], 6),
            [.. Unit, "p-weijian-leader", "p-weijian-secretary"], InboxItemKind.BulletinIssued, AlertLevel.Info),
        ["notice"] = (
            new RectificationNoticeIssued(Notice("issued"), "kegong", "1号", 2, Day, Day, 2),
            Unit, InboxItemKind.RectificationNotice, AlertLevel.Action),
        ["due-soon"] = (
            new RectificationDueSoon(Notice("soon"), "kegong", "1号", Day, 3),
            UnitAndOffice, InboxItemKind.RectificationDeadline, AlertLevel.DueSoon),
        ["due"] = (
            new RectificationDue(Notice("due"), "kegong", "1号", Day, 3),
            UnitAndOffice, InboxItemKind.RectificationDeadline, AlertLevel.Due),
        ["overdue"] = (
            new RectificationOverdue(Notice("overdue"), "kegong", "1号", Day, 3),
            UnitAndOffice, InboxItemKind.RectificationDeadline, AlertLevel.Overdue),
        ["reported"] = (
            new RectificationReported(Notice("reported"), "kegong", "1号", Day, 4),
            [County.Office], InboxItemKind.RectificationReported, AlertLevel.Action),
        ["returned"] = (
            new RectificationReturned(Notice("returned"), "kegong", "1号", Secret, 5, Day),
            Unit, InboxItemKind.RectificationReturned, AlertLevel.Action),
        ["accepted"] = (
            new RectificationAccepted(Notice("accepted"), "kegong", "1号", 2, Day, Day, 6),
            Unit, InboxItemKind.RectificationAccepted, AlertLevel.Info),
        ["passed"] = (
            new LookBackPassed(Notice("passed"), "kegong", "1号", 2, Day, 7),
            Unit, InboxItemKind.LookBackPassed, AlertLevel.Info),
        ["look-back-due"] = (
            new LookBackDue(Notice("look-back"), "kegong", "1号", Day, "DUE", 6),
            [County.Office], InboxItemKind.LookBackDeadline, AlertLevel.Due),
        ["look-back-escalated"] = (
            new LookBackDue(Notice("look-back-late"), "kegong", "1号", Day, "ESCALATED", 6),
            [County.Office, County.PublicityOffice], InboxItemKind.LookBackDeadline, AlertLevel.Escalated),
        ["feedback-due-soon"] = (
            new ObservationFeedbackDue("units/kegong/observations/o3", "kegong", "xinxiang", Day, "DUE_SOON", ["p-weijian-member"], 4),
            ["p-weijian-member"], InboxItemKind.ObservationFeedbackDeadline, AlertLevel.DueSoon),
        ["feedback-overdue"] = (
            new ObservationFeedbackDue("units/kegong/observations/o4", "kegong", "xinxiang", Day, "OVERDUE", ["p-weijian-member"], 4),
            [County.PublicityOffice, "p-weijian-member"], InboxItemKind.ObservationFeedbackDeadline, AlertLevel.Overdue),
        ["feedback-handed-in"] = (
            new ObservationFeedbackHandedIn("units/kegong/observations/o5", "kegong", "xinxiang", Day, 5),
            [County.PublicityOffice], InboxItemKind.ObservationFeedbackHandedIn, AlertLevel.Action),
        ["extended"] = (
            new RectificationExtended(Notice("extended"), "kegong", "1号", Day, 4),
            UnitAndOffice, InboxItemKind.RectificationExtended, AlertLevel.Info),
        ["extension-requested"] = (
            new RectificationExtensionRequested(Notice("asked"), "kegong", "1号", Day, 4),
            [County.Office, County.PublicityOffice], InboxItemKind.RectificationExtensionRequested, AlertLevel.Action),
        ["extension-refused"] = (
            new RectificationExtensionRefused(Notice("refused"), "kegong", "1号", Day, 5),
            Unit, InboxItemKind.RectificationExtensionRefused, AlertLevel.Action),
        ["assessment-shown"] = (
            new AssessmentShown("units/kegong/assessments/a1", "kegong", Secret, Day, 4),
            Unit, InboxItemKind.AssessmentShown, AlertLevel.Action),
        ["assessment-final"] = (
            new AssessmentFinalised("units/kegong/assessments/a2", "kegong", Secret, Day, 7),
            Unit, InboxItemKind.AssessmentFinalised, AlertLevel.Info),
        ["coverage-due"] = (
            new CoverageDue("xinxiang", 2023, 2, Day, 2023),
            [County.PublicityOffice], InboxItemKind.UnitsNotObserved, AlertLevel.Action),
        ["failed"] = (
            new LookBackFailed(Notice("failed"), "kegong", "1号", Day, 7, Day),
            Unit, InboxItemKind.LookBackFailed, AlertLevel.Action),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Event_DeliveredTwice_TellsTheRightPeopleOnce(string name)
    {
        var (evt, people, kind, level) = Cases[name];

        await county.DeliverAsync(evt);
        await county.DeliverAsync(evt);

        var told = new List<string>();
        foreach (var person in County.Everybody)
        {
            var items = await county.ItemsAsync(person, evt.Subject);
            told.AddRange(items.Select(_ => person));
            Assert.All(items, item => Assert.Equal((kind, level), (item.Kind, item.Level)));
            Assert.All(items, item => Assert.DoesNotContain(Secret, item.Title + item.Text, StringComparison.Ordinal));
            Assert.All(items, item => Assert.DoesNotContain("{", item.Title + item.Text, StringComparison.Ordinal));
        }

        Assert.Equal(people.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Session_NotifiedAnewAfterAChange_TellsAgain()
    {
        var first = (SessionNotified)Cases["session"].Event with { Session = "units/kegong/sessions/moved" };
        await county.DeliverAsync(first);
        await county.DeliverAsync(first with { StartsAt = first.StartsAt.AddDays(1), Version = first.Version + 1 });

        var items = await county.ItemsAsync("p-kegong-member", first.Session);

        Assert.Equal(1, Assert.Single(items).Repeats);
        Assert.Contains("2023年12月23日 09:00", items[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookBack_RecordedAfterItsDeadline_TakesItOffTheBoard()
    {
        var due = new LookBackDue(Notice("recorded"), "kegong", "1号", Day, "DUE", 6);
        await county.DeliverAsync(due);
        var before = await OpenOnTheBoardAsync(due.Notice);
        await county.DeliverAsync(new LookBackPassed(due.Notice, "kegong", "1号", 1, Day, 7));

        Assert.Equal([InboxItemKind.LookBackDeadline], before);
        Assert.Empty(await OpenOnTheBoardAsync(due.Notice));
    }

    [Fact]
    public async Task Feedback_HandedIn_TakesItsDeadlineOffTheBoard()
    {
        const string Observation = "units/kegong/observations/o6";
        await county.DeliverAsync(new ObservationFeedbackDue(Observation, "kegong", "xinxiang", Day, "OVERDUE", ["p-weijian-member"], 4));
        var before = await OpenOnTheBoardAsync(Observation);
        await county.DeliverAsync(new ObservationFeedbackHandedIn(Observation, "kegong", "xinxiang", Day, 5));

        Assert.Equal([InboxItemKind.ObservationFeedbackDeadline], before);
        Assert.Empty(await OpenOnTheBoardAsync(Observation));
    }

    /// <summary>The clock stands at 20 December.</summary>
    [Theory]
    [InlineData("2023-12-29", 0)]
    [InlineData("2023-12-19", 1)]
    public async Task Rectification_Extended_ClearsTheOldDeadlineUnlessTheNewDateHasPassedToo(string dueOn, int open)
    {
        var notice = Notice($"moved-{dueOn}");
        await county.DeliverAsync(new RectificationOverdue(notice, "kegong", "1号", Day, 3));
        await county.DeliverAsync(new RectificationExtended(
            notice, "kegong", "1号", DateOnly.Parse(dueOn, System.Globalization.CultureInfo.InvariantCulture), 4));

        Assert.Equal(open, (await OpenOnTheBoardAsync(notice)).Count);
    }

    private async Task<List<InboxItemKind>> OpenOnTheBoardAsync(string subject)
    {
        var board = new AlertBoardService.AlertBoardServiceClient(county.As(County.Office, "SupervisionOffice:/xinxiang/*"));
        var open = await board.ListAlertsAsync(new() { Parent = "units/-", State = AlertState.Open, PageSize = 200 });
        return [.. open.Alerts.Where(alert => alert.Subject == subject).Select(alert => alert.Kind)];
    }

    private static string Notice(string id) => $"units/kegong/rectificationNotices/{id}";
}
