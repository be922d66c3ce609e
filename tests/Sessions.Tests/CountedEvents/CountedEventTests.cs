using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.CountedEvents;

public class CountedEventTests
{
    private static readonly string[][] Streams =
    [
        ["sessions.session-held.v1"],
        ["sessions.attendance-recorded.v1"],
        ["sessions.session-completed.v1", "-sessions.session-reopened.v1"],
        ["sessions.session-archived.v1"],
        ["sessions.make-up-assigned.v1", "sessions.make-up-withdrawn.v1"],
        ["sessions.make-up-done.v1"],
        ["sessions.first-topic-studied.v1"],
        ["sessions.activity-recorded.v1"],
        ["sessions.lecture-filed.v1", "-sessions.lecture-filing-lapsed.v1"],
    ];

    private protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task ListCountedEvents_HeldRecordedCompleteReopenedArchived_AreAsAnnounced()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync("planned");
        await county.GivenHeldAsync("held");
        await county.GivenRecordedAsync("recorded");
        await county.GivenCompleteAsync("complete");
        await county.GivenArchivedAsync("archived");
        await county.GivenCompleteAsync("reopened");
        await county.Secretary.Sessions.ReopenSessionAsync(new() { Name = $"{County.Unit}/sessions/reopened", Reason = "补录" });
        var complete = await county.Secretary.Sessions.GetSessionAsync(new() { Name = $"{County.Unit}/sessions/complete" });
        complete.MaterialVolumes = 30;
        await county.Secretary.Sessions.CorrectSessionAsync(
            new() { Session = complete, UpdateMask = new() { Paths = { "material_volumes" } }, Reason = "册数有误" });

        await AssertAsync(county);
    }

    [Fact]
    public async Task ListCountedEvents_MakeUpsWithdrawnAndDoneTopicsActivities_AreAsAnnounced()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();
        var roll = $"{County.Session}/roll";
        await county.Secretary.Rolls.ReopenRollAsync(new() { Name = roll, Reason = "漏记" });
        await county.Secretary.Rolls.MarkAttendanceAsync(
            new() { Name = roll, Marks = { County.Mark("p-zhao", AttendanceStatus.Present) } });
        await county.Secretary.Rolls.CloseRollAsync(new() { Name = roll });
        var mine = (await county.Wang.MakeUps.ListMakeUpsAsync(new() { Parent = "units/-" })).MakeUps.Single();
        await county.Wang.MakeUps.SubmitMakeUpAsync(
            new() { Name = mine.Name, Way = MakeUpWay.SelfStudy, Content = "自学文件", DoneOn = "2023-03-28" });
        await county.Secretary.MakeUps.ConfirmMakeUpAsync(new() { Name = mine.Name });
        foreach (var title in new[] { "第一篇", "第二篇" })
        {
            await county.Secretary.Activities.CreateActivityAsync(new()
            {
                Parent = County.Unit,
                Activity = new() { Kind = ActivityKind.Reflection, Title = title, PersonName = "王某", HappenedOn = "2023-05-01" },
            });
        }

        var activity = (await county.Secretary.Activities.ListActivitiesAsync(new() { Parent = County.Unit })).Activities[0];
        await county.Secretary.Activities.WithdrawActivityAsync(new() { Name = activity.Name, Reason = "重复" });

        await AssertAsync(county);
    }

    [Fact]
    public async Task ListCountedEvents_LecturesFiledAndGivenToAnother_AreAsAnnounced()
    {
        await using var county = await County.OpenAsync(Backing);
        foreach (var id in new[] { "first", "second" })
        {
            await county.Secretary.Lectures.CreateLecturerAsync(new()
            {
                Parent = County.Unit, LecturerId = id,
                Lecturer = new() { PersonName = id, Employer = "省委党校", IsExternal = true },
            });
        }

        foreach (var id in new[] { "kept", "lapsed", "unfiled" })
        {
            var session = await county.GivenPlannedAsync(id, SessionForm.Lecture);
            await GiveAsync(session.Name, "first");
        }

        foreach (var id in new[] { "kept", "lapsed" })
        {
            await county.Secretary.Lectures.FileLectureAsync(new()
            {
                Name = $"{County.Unit}/sessions/{id}/lecture", FilingNumber = "备〔2023〕1号", FiledOn = "2023-03-01",
            });
        }

        await GiveAsync($"{County.Unit}/sessions/lapsed", "second");
        await GiveAsync($"{County.Unit}/sessions/unfiled", "second");

        Assert.Equal(3, (await county.Host.SentAsync<LectureFiled>()).Count + (await county.Host.SentAsync<LectureFilingLapsed>()).Count);
        await AssertAsync(county);

        async Task GiveAsync(string session, string lecturer) => await county.Secretary.Lectures.UpdateLectureAsync(new()
        {
            Lecture = new() { Name = $"{session}/lecture", Lecturer = $"{County.Unit}/lecturers/{lecturer}" },
        });
    }

    private static Task AssertAsync(County county) => Testing.CountedEvents.AssertAsAnnouncedAsync(
        county.Host,
        (calls, request) => new CountedEventService.CountedEventServiceClient(calls).ListCountedEvents(request),
        Streams);
}

[Trait("Needs", "Servers")]
public sealed class CountedEventOnServersTests : CountedEventTests
{
    private protected override Backing Backing => Backing.Servers;
}
