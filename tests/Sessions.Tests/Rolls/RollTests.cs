using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Audit;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Rolls;

public class RollTests
{
    private const string Roll = $"{County.Session}/roll";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task MarkAttendance_Batch_CountsFullMembersAndAnnounces()
    {
        await using var county = await OpenHeldAsync();

        var answer = await MarkAsync(county, ("p-leader", AttendanceStatus.Present), ("p-secretary", AttendanceStatus.Late),
            ("p-wang", AttendanceStatus.OfficialDuty), ("p-guest", AttendanceStatus.Attending));

        Assert.Equal(
            new RollTotals { Expected = 4, Present = 2, OnLeave = 1, Unmarked = 1, Attending = 1 }, answer.Totals);
        var sent = Assert.Single(await county.Host.SentAsync<AttendanceRecorded>());
        Assert.Equal((4, 2, 1, 0, 1, 2L), (sent.Expected, sent.Present, sent.OnLeave, sent.Absent, sent.Attending, sent.Version));
    }

    [Fact]
    public async Task MarkAttendance_Repeated_ChangesAndAnnouncesNothing()
    {
        await using var county = await OpenHeldAsync();
        var first = await MarkAsync(county, ("p-wang", AttendanceStatus.Present));

        var second = await MarkAsync(county, ("p-wang", AttendanceStatus.Present));

        Assert.Equal((1, 0, first.Etag), (first.Changed, second.Changed, second.Etag));
        Assert.Single(await county.Host.SentAsync<AttendanceRecorded>());
    }

    [Fact]
    public async Task MarkAttendance_LaterMark_WinsAndKeepsTheFormer()
    {
        await using var county = await OpenHeldAsync();
        await MarkAsync(county, ("p-wang", AttendanceStatus.Absent));

        await MarkAsync(county, ("p-wang", AttendanceStatus.Present));
        var roll = await county.Secretary.Rolls.GetRollAsync(new() { Name = Roll, ShowChanges = true });

        Assert.Equal(AttendanceStatus.Present, roll.Lines.Single(line => line.Person == "people/p-wang").Status);
        var change = Assert.Single(roll.Changes);
        Assert.Equal((AttendanceStatus.Absent, AttendanceStatus.Present, "people/p-secretary"), (change.Former, change.Status, change.ChangedBy));
    }

    [Fact]
    public async Task MarkAttendance_InParallel_LosesNothingAndCountsRight()
    {
        await using var county = await OpenHeldAsync();
        string[] people = ["p-leader", "p-secretary", "p-wang", "p-zhao"];

        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => MarkAsync(county, (people[i % 4], AttendanceStatus.Present))));
        var roll = await county.Secretary.Rolls.GetRollAsync(new() { Name = Roll });
        var sent = await county.Host.SentAsync<AttendanceRecorded>();
        var audited = await county.Host.ReadAsync(db => db.Set<AuditEntry>().CountAsync(entry => entry.Action == "RollService/MarkAttendance"));

        Assert.Equal(4, roll.Totals.Present);
        Assert.Equal([2L, 3, 4, 5], sent.Select(evt => evt.Version).Order());
        Assert.Equal(4, sent.MaxBy(evt => evt.Version)!.Present);
        Assert.Equal(4, audited);
    }

    [Fact]
    public async Task MarkAttendance_AuditLine_IsWholeAndLeavesTheCallerToHisCall()
    {
        await using var county = await OpenHeldAsync();

        await MarkAsync(county, ("p-wang", AttendanceStatus.Present));
        // Contexts are lent again; work that no caller asked for must not be put down to the last one.
        await county.Host.ReadAsync(async db =>
        {
            db.Audit(Roll);
            return await db.SaveChangesAsync();
        });
        var lines = await county.Host.ReadAsync(db => db.Set<AuditEntry>()
            .Where(entry => entry.Resource == Roll).OrderByDescending(entry => entry.Sequence).Take(2).ToListAsync());

        Assert.Equal(
            [("system", "system", "OK"), ("p-secretary", "RollService/MarkAttendance", "OK")],
            lines.Select(line => (line.Actor, line.Action, line.Outcome)));
        Assert.NotNull(lines[1].TraceId);
        Assert.True(lines[1].At <= lines[0].At);
    }

    [Fact]
    public async Task MarkAttendance_Wrong_NamesEveryViolationAndChangesNothing()
    {
        await using var county = await OpenHeldAsync();

        var form = await Refusal.OfAsync(county.Secretary.Rolls.MarkAttendanceAsync(new()
        {
            Name = Roll,
            Marks =
            {
                County.Mark("p-wang", AttendanceStatus.Present), County.Mark("p-wang", AttendanceStatus.Late),
                new AttendanceMark { Person = "wang", Status = (AttendanceStatus)9 },
            },
        }));
        var members = await Refusal.OfAsync(county.Secretary.Rolls.MarkAttendanceAsync(new()
        {
            Name = Roll,
            Marks =
            {
                County.Mark("p-zhao", AttendanceStatus.Present), County.Mark("p-other", AttendanceStatus.Present),
                County.Mark("p-wang", AttendanceStatus.Attending),
            },
        }));
        var roll = await county.Secretary.Rolls.GetRollAsync(new() { Name = Roll });

        Assert.Equal(
            ["marks[1].person PERSON_REPEATED", "marks[2].person NAME_INVALID", "marks[2].status ENUM_UNKNOWN"],
            form.Violations.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["marks[1].person PERSON_NOT_MEMBER", "marks[2].status ATTENDING_NOT_FOR_FULL_MEMBER"], members.Violations);
        Assert.Equal(4, roll.Totals.Unmarked);
    }

    [Fact]
    public async Task MarkAttendance_BeforeTheSession_HasNoRoll()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();

        var early = await Refusal.OfAsync(county.Secretary.Rolls.MarkAttendanceAsync(
            new() { Name = Roll, Marks = { County.Mark("p-wang", AttendanceStatus.Present) } }));
        var unknown = await Refusal.OfAsync(county.Secretary.Rolls.GetRollAsync(new() { Name = $"{County.Unit}/sessions/none/roll" }));
        var member = await Refusal.OfAsync(county.Wang.Rolls.MarkAttendanceAsync(
            new() { Name = Roll, Marks = { County.Mark("p-wang", AttendanceStatus.Present) } }));

        Assert.Equal("ROLL_NOT_OPEN", early.Reason);
        Assert.Equal("SESSION_NOT_FOUND", unknown.Reason);
        Assert.Equal(StatusCode.PermissionDenied, member.Code);
    }

    [Fact]
    public async Task CloseRoll_Unmarked_AreExcusedOrAbsentAndGetMakeUps()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();
        var leave = await county.Wang.Leave.CreateLeaveRequestAsync(
            new() { Parent = County.Session, LeaveRequest = new() { Reason = LeaveReason.Illness } });
        await county.Leader.Leave.ApproveLeaveRequestAsync(new() { Name = leave.Name });
        await county.Secretary.Sessions.HoldSessionAsync(new() { Name = County.Session, HeldOn = "2023-03-20" });
        await MarkAsync(county, ("p-leader", AttendanceStatus.Present), ("p-secretary", AttendanceStatus.Present));

        var roll = await county.Secretary.Rolls.CloseRollAsync(new() { Name = Roll });
        var again = await Refusal.OfAsync(county.Secretary.Rolls.MarkAttendanceAsync(
            new() { Name = Roll, Marks = { County.Mark("p-zhao", AttendanceStatus.Present) } }));
        var makeUps = await county.Secretary.MakeUps.ListMakeUpsAsync(new() { Parent = County.Unit, Session = County.Session });

        Assert.Equal(new RollTotals { Expected = 4, Present = 2, OnLeave = 1, Absent = 1 }, roll.Totals);
        Assert.Equal("ROLL_CLOSED", again.Reason);
        Assert.Equal(["people/p-wang", "people/p-zhao"], makeUps.MakeUps.Select(makeUp => makeUp.Person).Order());
        Assert.All(makeUps.MakeUps, makeUp => Assert.Equal(("2023-04-03", true), (makeUp.DueOn, makeUp.IsOverdue)));
        Assert.Equal(2, (await county.Host.SentAsync<MakeUpAssigned>()).Count);
        var last = (await county.Host.SentAsync<AttendanceRecorded>())[^1];
        Assert.Equal((true, 1, 1, roll.Etag), (last.IsClosed, last.Absent, last.OnLeave, $"{last.Version}"));
    }

    [Fact]
    public async Task ReopenRoll_CorrectedMark_WithdrawsTheMakeUp()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();

        await county.Secretary.Rolls.ReopenRollAsync(new() { Name = Roll, Reason = "漏记" });
        await MarkAsync(county, ("p-zhao", AttendanceStatus.Present));
        await county.Secretary.Rolls.CloseRollAsync(new() { Name = Roll });
        var makeUps = await county.Secretary.MakeUps.ListMakeUpsAsync(new() { Parent = County.Unit });

        Assert.Equal(MakeUpState.Withdrawn, makeUps.MakeUps.Single(m => m.Person == "people/p-zhao").State);
        Assert.Equal(MakeUpState.Assigned, makeUps.MakeUps.Single(m => m.Person == "people/p-wang").State);
        Assert.Equal(3, (await county.Host.SentAsync<AttendanceRecorded>())[^1].Present);
    }

    private async Task<County> OpenHeldAsync()
    {
        var county = await County.OpenAsync(Backing);
        await county.GivenHeldAsync();
        return county;
    }

    private static async Task<MarkAttendanceResponse> MarkAsync(
        County county, params (string Person, AttendanceStatus Status)[] marks) =>
        await county.Secretary.Rolls.MarkAttendanceAsync(new()
        {
            Name = Roll, Marks = { marks.Select(mark => County.Mark(mark.Person, mark.Status)) },
        });
}

/// <summary>The same on PostgreSQL: upsert and lock are the database's own.</summary>
[Trait("Needs", "Servers")]
public sealed class RollOnServersTests : RollTests
{
    protected override Backing Backing => Backing.Servers;
}
