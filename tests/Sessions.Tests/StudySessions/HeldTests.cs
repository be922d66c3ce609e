using Grpc.Core;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.StudySessions;

public class HeldTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task HoldSession_Notified_AnnouncesFlagsAndVolumes()
    {
        await using var county = await County.OpenAsync(Backing);

        var session = await county.GivenHeldAsync("march", SessionForm.Discussion, SessionForm.Lecture);

        var held = Assert.Single(await county.Host.SentAsync<SessionHeld>());
        Assert.Equal((true, true, true, false, false), (held.IsCollective, held.IsDiscussion, held.IsLecture, held.IsReadingClass, held.IsReadingClassDiscussion));
        Assert.Equal((20, session.Etag), (held.MaterialVolumes, $"{held.Version}"));
    }

    [Fact]
    public async Task HoldSession_WrongDayOrState_IsRefused()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();

        var future = await Refusal.OfAsync(county.Secretary.Sessions.HoldSessionAsync(
            new() { Name = County.Session, HeldOn = "2023-12-21", HeldUntil = "2023-12-20" }));
        var planned = await Refusal.OfAsync(county.Secretary.Sessions.HoldSessionAsync(new() { Name = County.Session, HeldOn = "2023-12-20" }));

        Assert.Equal(["held_on DATE_IN_FUTURE", "held_until END_BEFORE_START"], future.Violations);
        Assert.Equal((StatusCode.FailedPrecondition, "SESSION_WRONG_STATE"), (planned.Code, planned.Reason));
    }

    [Fact]
    public async Task CorrectSession_Held_AnnouncesAnewWithAHigherVersion()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenHeldAsync();

        var corrected = await county.Secretary.Sessions.CorrectSessionAsync(new()
        {
            Session = new() { Name = County.Session, HeldOn = "2023-03-21", MaterialVolumes = 30, Forms = { SessionForm.Lecture } },
            UpdateMask = new() { Paths = { "held_on", "material_volumes", "forms" } },
            Reason = "日期登记有误",
        });
        var roll = await county.Secretary.Rolls.GetRollAsync(new() { Name = $"{County.Session}/roll" });

        var held = await county.Host.SentAsync<SessionHeld>();
        Assert.Equal(2, held.Count);
        Assert.True(held[1].Version > held[0].Version);
        Assert.Equal((new DateOnly(2023, 3, 21), 30, false, true), (held[1].HeldOn, held[1].MaterialVolumes, held[1].IsDiscussion, held[1].IsLecture));
        Assert.Equal(("2023-03-21", "日期登记有误"), (roll.HeldOn, corrected.CorrectionReason));
        Assert.Equal(new DateOnly(2023, 3, 21), Assert.Single(await county.Host.SentAsync<AttendanceRecorded>()).HeldOn);
    }

    [Fact]
    public async Task CorrectSession_DayWithClosedRoll_NeedsItOpen()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();
        var request = new CorrectSessionRequest
        {
            Session = new() { Name = County.Session, HeldOn = "2023-03-21" },
            UpdateMask = new() { Paths = { "held_on" } },
            Reason = "r",
        };

        var closed = await Refusal.OfAsync(county.Secretary.Sessions.CorrectSessionAsync(request));
        await county.Secretary.Rolls.ReopenRollAsync(new() { Name = $"{County.Session}/roll", Reason = "r" });
        request.Session.HeldOn = "2019-12-31";
        var strangers = await Refusal.OfAsync(county.Secretary.Sessions.CorrectSessionAsync(request));

        Assert.Equal("ROLL_CLOSED", closed.Reason);
        Assert.Equal("ROLL_HAS_NON_MEMBERS", strangers.Reason);
    }

    [Fact]
    public async Task SubmitRecord_Empty_SaysSoAndKeepsTheRollOpen()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenHeldAsync();

        var refusal = await Refusal.OfAsync(county.Secretary.Records.SubmitRecordAsync(new() { Name = $"{County.Session}/record" }));
        var roll = await county.Secretary.Rolls.GetRollAsync(new() { Name = $"{County.Session}/roll" });

        Assert.Equal("RECORD_INCOMPLETE", refusal.Reason);
        Assert.False(roll.IsClosed);
    }

    [Fact]
    public async Task UpdateRecord_Wrong_NamesEveryViolation()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenHeldAsync();
        var record = County.Record();
        record.NoPublicityReason = "不宜公开";
        record.Speeches[1].MainPoints = "秘密★内容";
        record.PublicityItems[0].PublishedOn = "2024-05-01";
        record.Actions[0].DueOn = "soon";

        var refusal = await Refusal.OfAsync(county.Secretary.Records.UpdateRecordAsync(new() { Record = record }));

        Assert.Equal(
            [
                "record.actions[0].due_on DATE_INVALID", "record.no_publicity_reason PUBLICITY_AND_REASON",
                "record.publicity_items[0].published_on DATE_IN_FUTURE", "record.speeches[1].main_points SECRET_MARK",
            ],
            refusal.Violations.Order(StringComparer.Ordinal));
    }
}

[Trait("Needs", "Servers")]
public sealed class HeldOnServersTests : HeldTests
{
    protected override Backing Backing => Backing.Servers;
}
