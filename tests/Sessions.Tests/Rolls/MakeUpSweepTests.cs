using Microsoft.Extensions.Time.Testing;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Sessions.MakeUps;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Rolls;

/// <summary>Reminders and the overdue alert of make-ups; the session is held today, so they are due in fourteen days.</summary>
public class MakeUpSweepTests
{
    private const string Session = $"{County.Unit}/sessions/december";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task Sweep_DueSoonThenOverdue_AnnouncesEachOnce()
    {
        await using var county = await County.OpenAsync(Backing);
        await GivenMissedAsync(county);

        await SweepAsync(county);
        var atOnce = (await county.Host.SentAsync<MakeUpDueSoon>()).Count;
        await SweepAsync(county, inDays: 12);
        await SweepAsync(county, inDays: 12);
        var soon = await county.Host.SentAsync<MakeUpDueSoon>();
        var wangs = (await county.Wang.MakeUps.ListMakeUpsAsync(new() { Parent = "units/-" })).MakeUps.Single();
        await county.Wang.MakeUps.SubmitMakeUpAsync(
            new() { Name = wangs.Name, Way = MakeUpWay.SelfStudy, Content = "自学", DoneOn = "2023-12-20" });
        await county.Secretary.MakeUps.ConfirmMakeUpAsync(new() { Name = wangs.Name });
        await SweepAsync(county, inDays: 16);
        await SweepAsync(county, inDays: 17);
        var overdue = await county.Host.SentAsync<MakeUpOverdue>();

        Assert.Equal(0, atOnce);
        Assert.Equal(["p-wang", "p-zhao"], soon.Select(evt => evt.Person).Order());
        Assert.All(soon, evt => Assert.Equal((new DateOnly(2024, 1, 3), "学习全会精神"), (evt.DueOn, evt.Topic)));
        Assert.Equal("p-zhao", Assert.Single(overdue).Person);
    }

    [Fact]
    public async Task SubmitMakeUp_RulebookAsksForEvidence_NeedsIt()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.Host.DeliverAsync(new RulebookPublished(
            "rulebooks/1", new DateOnly(2023, 1, 1), new Dictionary<string, string> { ["makeup.evidence"] = "reflection" }, 1));
        await GivenMissedAsync(county);
        await county.GivenPlannedAsync();
        var name = (await county.Wang.MakeUps.ListMakeUpsAsync(new() { Parent = County.Unit })).MakeUps.Single().Name;
        var request = new SubmitMakeUpRequest { Name = name, Way = MakeUpWay.SelfStudy, Content = "自学", DoneOn = "2023-12-20", ReportedAt = Session };

        var bare = await Refusal.OfAsync(county.Wang.MakeUps.SubmitMakeUpAsync(request));
        request.Reflection = "体会";
        request.ReportedAt = County.Session;
        var done = await county.Wang.MakeUps.SubmitMakeUpAsync(request);

        Assert.Equal(["reflection EVIDENCE_REQUIRED", "reported_at SESSION_UNKNOWN"], bare.Violations.Order(StringComparer.Ordinal));
        Assert.Equal(("体会", County.Session), (done.Reflection, done.ReportedAt));
    }

    private static async Task GivenMissedAsync(County county)
    {
        var plan = County.Plan();
        (plan.PlannedOn, plan.Topic) = ("2023-12-20", "学习全会精神");
        await county.Secretary.Sessions.CreateSessionAsync(new() { Parent = County.Unit, SessionId = "december", Session = plan });
        var scheme = County.Scheme(Session);
        (scheme.StartTime, scheme.StartClock) = (null, "09:00");
        await county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = scheme });
        await county.Secretary.Schemes.SubmitSchemeAsync(new() { Name = scheme.Name });
        await county.Leader.Schemes.ApproveSchemeAsync(new() { Name = scheme.Name });
        await county.Secretary.Notices.IssueNoticeAsync(new() { Name = $"{Session}/notice" });
        await county.Secretary.Sessions.HoldSessionAsync(new() { Name = Session });
        await county.Secretary.Rolls.MarkAttendanceAsync(new()
        {
            Name = $"{Session}/roll",
            Marks = { County.Mark("p-leader", AttendanceStatus.Present), County.Mark("p-secretary", AttendanceStatus.Present) },
        });
        await county.Secretary.Rolls.CloseRollAsync(new() { Name = $"{Session}/roll" });
    }

    /// <summary>With a clock of its own: the service's timers would tick through every second of the days.</summary>
    private static Task SweepAsync(County county, int inDays = 0) => county.Host.WithDbAsync(async db =>
    {
        var clock = new FakeTimeProvider(county.Host.Clock.GetUtcNow().AddDays(inDays));
        await using var transaction = await db.Database.BeginTransactionAsync();
        await new MakeUpSweep(clock).SweepAsync(db, clock.Today(), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    });
}

[Trait("Needs", "Servers")]
public sealed class MakeUpSweepOnServersTests : MakeUpSweepTests
{
    protected override Backing Backing => Backing.Servers;
}
