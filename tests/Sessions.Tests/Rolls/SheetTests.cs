using Google.Protobuf.WellKnownTypes;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Rolls;

/// <summary>A sheet marked without a network and uploaded later.</summary>
public class SheetTests
{
    private const string Roll = $"{County.Session}/roll";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task UploadSheet_MergesByTimeWhateverTheDevicesClock_AndRepeatsHarmlessly()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenHeldAsync();
        var now = county.Host.Clock.GetUtcNow();
        await MarkAsync(county, "p-wang", AttendanceStatus.Absent);
        county.Host.Clock.Advance(TimeSpan.FromMinutes(30));
        await MarkAsync(county, "p-zhao", AttendanceStatus.Late);
        county.Host.Clock.Advance(TimeSpan.FromMinutes(30));

        // The tablet is a year behind. Marked 40 minutes ago: after Wang's mark on the server, before Zhao's.
        var device = now.AddHours(1).AddYears(-1);
        var sheet = new UploadSheetRequest
        {
            Name = Roll,
            DeviceTime = device.ToTimestamp(),
            Marks =
            {
                Line("p-wang", AttendanceStatus.Present, device.AddMinutes(-40)),
                Line("p-zhao", AttendanceStatus.Absent, device.AddMinutes(-40)),
                Line("p-guest", AttendanceStatus.Attending, device.AddMinutes(-39)),
            },
        };
        var first = await county.Secretary.Rolls.UploadSheetAsync(sheet);
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await county.Secretary.Rolls.UploadSheetAsync(sheet)));
        var roll = await county.Secretary.Rolls.GetRollAsync(new() { Name = Roll, ShowChanges = true });

        Assert.Equal((2, 1), (first.Changed, first.Totals.Attending));
        Assert.Equal(["people/p-zhao"], first.Kept);
        Assert.All(again, answer => Assert.Equal((0, first.Etag), (answer.Changed, answer.Etag)));
        Assert.Equal(AttendanceStatus.Present, StatusOf(roll, "p-wang"));
        Assert.Equal(AttendanceStatus.Late, StatusOf(roll, "p-zhao"));
        Assert.Equal(now.AddMinutes(20), roll.Lines.Single(line => line.Person == "people/p-wang").MarkTime.ToDateTimeOffset());
        Assert.Equal((AttendanceStatus.Absent, AttendanceStatus.Present), (roll.Changes.Single().Former, roll.Changes.Single().Status));
        Assert.Equal(3, (await county.Host.SentAsync<AttendanceRecorded>()).Count);
    }

    [Fact]
    public async Task UploadSheet_Wrong_NamesEveryViolation()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenHeldAsync();
        var now = county.Host.Clock.GetUtcNow();

        var form = await Refusal.OfAsync(county.Secretary.Rolls.UploadSheetAsync(new()
        {
            Name = Roll,
            DeviceTime = now.ToTimestamp(),
            Marks = { Line("p-wang", AttendanceStatus.Present, now.AddHours(1)), new SheetMark { Mark = County.Mark("p-wang", AttendanceStatus.Late) } },
        }));
        var stranger = await Refusal.OfAsync(county.Secretary.Rolls.UploadSheetAsync(new()
        {
            Name = Roll, DeviceTime = now.ToTimestamp(), Marks = { Line("p-other", AttendanceStatus.Present, now) },
        }));

        Assert.Equal(
            ["marks[0].device_time TIME_INVALID", "marks[1].device_time FIELD_REQUIRED", "marks[1].mark.person PERSON_REPEATED"],
            form.Violations.Order(StringComparer.Ordinal));
        Assert.Equal(["marks[0].mark.person PERSON_NOT_MEMBER"], stranger.Violations);
    }

    private static async Task MarkAsync(County county, string person, AttendanceStatus status) =>
        await county.Secretary.Rolls.MarkAttendanceAsync(new() { Name = Roll, Marks = { County.Mark(person, status) } });

    private static SheetMark Line(string person, AttendanceStatus status, DateTimeOffset at) =>
        new() { Mark = County.Mark(person, status), DeviceTime = at.ToTimestamp() };

    private static AttendanceStatus StatusOf(Roll roll, string person) =>
        roll.Lines.Single(line => line.Person == $"people/{person}").Status;
}

[Trait("Needs", "Servers")]
public sealed class SheetOnServersTests : SheetTests
{
    protected override Backing Backing => Backing.Servers;
}
