using Grpc.Core;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Lectures;

public class LectureTests
{
    private const string LectureName = $"{County.Session}/lecture";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task HoldSession_FilingRequired_WaitsForTheFilingOfAnExternalLecturer()
    {
        await using var county = await County.OpenAsync(Backing);
        await RequireFilingAsync(county);
        await county.GivenNotifiedAsync("march", SessionForm.Lecture);
        var unnamed = await Refusal.OfAsync(HoldAsync(county));
        var professor = await GivenLecturerAsync(county, "professor", isExternal: true);
        await county.Secretary.Lectures.UpdateLectureAsync(new()
        {
            Lecture = new() { Name = LectureName, Lecturer = professor.Name, Outline = "一、背景；二、要点" },
        });
        var unfiled = await Refusal.OfAsync(HoldAsync(county));
        await FileAsync(county, "2023-03-21");
        var late = await Refusal.OfAsync(HoldAsync(county));

        await FileAsync(county, "2023-03-15");
        var held = await HoldAsync(county);

        Assert.Equal(
            ["LECTURER_MISSING", "LECTURE_NOT_FILED", "LECTURE_NOT_FILED"], new[] { unnamed.Reason, unfiled.Reason, late.Reason });
        Assert.Equal(SessionState.Held, held.State);
        var record = await county.Secretary.Records.UpdateRecordAsync(new() { Record = County.Record() });
        Assert.Equal(
            ("张教授（省委党校教授）", "新宣备〔2023〕3号", "2023-03-15"),
            (record.Lecturer, record.LectureFilingNumber, record.LectureFiledOn));
        var lecture = await county.Wang.Lectures.GetLectureAsync(new() { Name = LectureName });
        Assert.Equal(
            ("新宣备〔2023〕3号", "2023-03-15", "people/p-secretary", true),
            (lecture.FilingNumber, lecture.FiledOn, lecture.FiledBy, lecture.IsExternal));
        Assert.Equal("张教授（省委党校教授）", lecture.LecturerText);
    }

    [Fact]
    public async Task HoldSession_FilingNotRequiredOrLecturerFromInside_IsHeld()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync("march", SessionForm.Lecture);
        Assert.Equal(SessionState.Held, (await HoldAsync(county)).State);

        await RequireFilingAsync(county);
        await county.GivenNotifiedAsync("april", SessionForm.Lecture);
        var inside = await GivenLecturerAsync(county, "inside", isExternal: false);
        var april = $"{County.Unit}/sessions/april";
        await county.Secretary.Lectures.UpdateLectureAsync(new() { Lecture = new() { Name = $"{april}/lecture", Lecturer = inside.Name } });
        var needless = await Refusal.OfAsync(county.Secretary.Lectures.FileLectureAsync(
            new() { Name = $"{april}/lecture", FilingNumber = "1", FiledOn = "2023-03-01" }));

        Assert.Equal("LECTURE_NEEDS_NO_FILING", needless.Reason);
        Assert.Equal(SessionState.Held, (await county.Secretary.Sessions.HoldSessionAsync(new() { Name = april, HeldOn = "2023-03-20" })).State);
    }

    [Fact]
    public async Task UpdateLecture_AnotherLecturer_NeedsAnotherFilingAndStaysOnceHeld()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync("march", SessionForm.Lecture);
        var (first, second) = (await GivenLecturerAsync(county, "first", true), await GivenLecturerAsync(county, "second", true));
        var early = await Refusal.OfAsync(county.Secretary.Lectures.UpdateLectureAsync(
            new() { Lecture = new() { Name = LectureName, Lecturer = first.Name, Evaluation = "好" } }));
        await NameAsync(county, first);
        await FileAsync(county, "2023-03-15");

        var changed = await NameAsync(county, second);
        await HoldAsync(county);
        var late = await Refusal.OfAsync(county.Secretary.Lectures.UpdateLectureAsync(
            new() { Lecture = new() { Name = LectureName, Lecturer = first.Name }, UpdateMask = new() { Paths = { "lecturer" } } }));
        var judged = await county.Secretary.Lectures.UpdateLectureAsync(
            new() { Lecture = new() { Name = LectureName, Evaluation = "联系实际" }, UpdateMask = new() { Paths = { "evaluation" } } });

        Assert.Equal(("SESSION_WRONG_STATE", "SESSION_WRONG_STATE"), (early.Reason, late.Reason));
        Assert.Equal(("", ""), (changed.FilingNumber, changed.FiledOn));
        Assert.Equal((second.Name, "联系实际"), (judged.Lecturer, judged.Evaluation));
    }

    [Fact]
    public async Task Lecturers_OfAUnitAbove_ServeTheUnitsBelow()
    {
        await using var county = await County.OpenAsync(Backing);
        var above = await county.Publicity.Lectures.CreateLecturerAsync(new()
        {
            Parent = "units/xinxiang", LecturerId = "county-lecturer",
            Lecturer = new() { PersonName = "李讲师", Employer = "市委讲师团", Topics = { "党史" }, IsExternal = true },
        });
        await county.Publicity.Lectures.CreateLecturerAsync(new()
        {
            Parent = County.Other, LecturerId = "others",
            Lecturer = new() { PersonName = "王讲师", Employer = "别处" },
        });
        await county.GivenPlannedAsync("march", SessionForm.Lecture);

        var pool = await county.Secretary.Lectures.ListLecturersAsync(new() { Parent = County.Unit });
        var foreign = await Refusal.OfAsync(county.Secretary.Lectures.UpdateLectureAsync(
            new() { Lecture = new() { Name = LectureName, Lecturer = $"{County.Other}/lecturers/others" } }));
        await NameAsync(county, above);
        await county.Publicity.Lectures.UpdateLecturerAsync(new()
        {
            Lecturer = new() { Name = above.Name, IsRetired = true, Etag = above.Etag }, UpdateMask = new() { Paths = { "is_retired" } },
        });
        var twice = await Refusal.OfAsync(county.Publicity.Lectures.CreateLecturerAsync(new()
        {
            Parent = "units/xinxiang", LecturerId = "county-lecturer", Lecturer = new() { PersonName = "x", Employer = "y" },
        }));

        Assert.Equal([above.Name], pool.Lecturers.Select(lecturer => lecturer.Name));
        Assert.Equal(["lecture.lecturer LECTURER_UNKNOWN"], foreign.Violations);
        Assert.Empty((await county.Secretary.Lectures.ListLecturersAsync(new() { Parent = County.Unit })).Lecturers);
        Assert.Equal("LECTURER_EXISTS", twice.Reason);
    }

    [Fact]
    public async Task UpdateLecture_OfADiscussion_IsRefused()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();

        var refused = await Refusal.OfAsync(county.Secretary.Lectures.UpdateLectureAsync(new() { Lecture = new() { Name = LectureName, Lecturer = "x" } }));
        var unsaid = await Refusal.OfAsync(county.Wang.Lectures.GetLectureAsync(new() { Name = LectureName }));

        Assert.Equal(("SESSION_IS_NO_LECTURE", "LECTURE_NOT_FOUND"), (refused.Reason, unsaid.Reason));
    }

    private static Task RequireFilingAsync(County county) => county.Host.DeliverAsync(new RulebookPublished(
        "rulebooks/9", new DateOnly(2023, 1, 1), new Dictionary<string, string> { ["lecture.filing_before_held"] = "true" }, 9));

    private static AsyncUnaryCall<Session> HoldAsync(County county) =>
        county.Secretary.Sessions.HoldSessionAsync(new() { Name = County.Session, HeldOn = "2023-03-20" });

    private static async Task<Lecture> NameAsync(County county, Lecturer lecturer) =>
        await county.Secretary.Lectures.UpdateLectureAsync(new() { Lecture = new() { Name = LectureName, Lecturer = lecturer.Name } });

    private static async Task<Lecture> FileAsync(County county, string day) => await county.Secretary.Lectures.FileLectureAsync(
        new() { Name = LectureName, FilingNumber = "新宣备〔2023〕3号", FiledOn = day });

    private static async Task<Lecturer> GivenLecturerAsync(County county, string id, bool isExternal) =>
        await county.Secretary.Lectures.CreateLecturerAsync(new()
        {
            Parent = County.Unit, LecturerId = id,
            Lecturer = new() { PersonName = "张教授", Employer = "省委党校", Title = "教授", Topics = { "经济" }, IsExternal = isExternal },
        });
}

[Trait("Needs", "Servers")]
public sealed class LectureOnServersTests : LectureTests
{
    protected override Backing Backing => Backing.Servers;
}
