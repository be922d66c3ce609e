using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Archives;

public class ArchiveTests
{
    private const string Name = $"{County.Session}/archive";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task ArchiveSession_Complete_FreezesTheFolderInOrder()
    {
        await using var county = await County.OpenAsync(Backing);

        var archive = await county.GivenArchivedAsync();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12], archive.Items.Select(item => item.Number));
        Assert.Equal(Retention.ThirtyYears, archive.Retention);
        foreach (var item in archive.Items)
        {
            var body = await county.Secretary.Archives.DownloadArchiveItemAsync(new() { Name = item.Name });
            Assert.Equal(item.Sha256, Convert.ToHexStringLower(SHA256.HashData(body.Data.ToByteArray())));
            Assert.Equal(item.Length, body.Data.Length);
            JsonDocument.Parse(body.Data.ToStringUtf8()).Dispose();
        }

        var sent = Assert.Single(await county.Host.SentAsync<SessionArchived>());
        Assert.Equal(archive.IndexSha256, sent.IndexSha256);
    }

    [Fact]
    public async Task ArchiveSession_Archived_NothingChangesAnyMore()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenArchivedAsync();
        var secretary = county.Secretary;

        Refusal[] refusals =
        [
            await Refusal.OfAsync(secretary.Archives.ArchiveSessionAsync(new() { Name = County.Session })),
            await Refusal.OfAsync(secretary.Sessions.UpdateSessionAsync(new() { Session = new() { Name = County.Session, Topic = "x" } })),
            await Refusal.OfAsync(secretary.Sessions.CorrectSessionAsync(new() { Session = new() { Name = County.Session }, Reason = "x" })),
            await Refusal.OfAsync(secretary.Sessions.ReopenSessionAsync(new() { Name = County.Session, Reason = "x" })),
            await Refusal.OfAsync(secretary.Sessions.CancelSessionAsync(new() { Name = County.Session, Reason = "x" })),
            await Refusal.OfAsync(secretary.Schemes.UpdateSchemeAsync(new() { Scheme = County.Scheme() })),
            await Refusal.OfAsync(secretary.Records.UpdateRecordAsync(new() { Record = County.Record() })),
            await Refusal.OfAsync(secretary.Records.CheckNotesAsync(new() { Name = $"{County.Session}/record" })),
            await Refusal.OfAsync(secretary.Rolls.ReopenRollAsync(new() { Name = $"{County.Session}/roll", Reason = "x" })),
            await Refusal.OfAsync(secretary.Leave.CreateLeaveRequestAsync(
                new() { Parent = County.Session, LeaveRequest = new() { Reason = LeaveReason.Illness } })),
        ];
        var mark = await Refusal.OfAsync(secretary.Rolls.MarkAttendanceAsync(
            new() { Name = $"{County.Session}/roll", Marks = { County.Mark("p-wang", AttendanceStatus.Present) } }));

        Assert.All(refusals, refusal => Assert.Equal("SESSION_WRONG_STATE", refusal.Reason));
        Assert.Equal("ROLL_CLOSED", mark.Reason);
    }

    [Fact]
    public async Task ArchiveSession_NotComplete_IsRefused()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();

        var refusal = await Refusal.OfAsync(county.Secretary.Archives.ArchiveSessionAsync(new() { Name = County.Session }));
        var none = await Refusal.OfAsync(county.Secretary.Archives.GetArchiveAsync(new() { Name = Name }));

        Assert.Equal("SESSION_WRONG_STATE", refusal.Reason);
        Assert.Equal("ARCHIVE_NOT_FOUND", none.Reason);
    }

    [Fact]
    public async Task ArchiveSession_RepeatedRequestId_ArchivesOnce()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenCompleteAsync();
        var request = new ArchiveSessionRequest { Name = County.Session, Retention = Retention.Permanent, RequestId = "archive-march" };

        var first = await county.Secretary.Archives.ArchiveSessionAsync(request);
        var second = await county.Secretary.Archives.ArchiveSessionAsync(request);

        Assert.Equal(first, second);
        Assert.Single(await county.Host.SentAsync<SessionArchived>());
    }

    [Fact]
    public async Task Addenda_AfterArchiving_AreDatedAndLeaveTheIndexAlone()
    {
        await using var county = await County.OpenAsync(Backing);
        var archive = await county.GivenArchivedAsync();
        var makeUp = (await county.Wang.MakeUps.ListMakeUpsAsync(new() { Parent = County.Unit })).MakeUps[0];
        await county.Wang.MakeUps.SubmitMakeUpAsync(
            new() { Name = makeUp.Name, Way = MakeUpWay.SelfStudy, Content = "自学", DoneOn = "2023-04-01" });

        await county.Secretary.MakeUps.ConfirmMakeUpAsync(new() { Name = makeUp.Name });
        var after = await county.Secretary.Archives.AddArchiveAddendumAsync(new()
        {
            Name = Name, Kind = ArchiveItemKind.Observation, Title = "旁听反馈", Text = "整改到位", FiledOn = "2023-05-01",
        });
        var early = await Refusal.OfAsync(county.Secretary.Archives.AddArchiveAddendumAsync(
            new() { Name = Name, Kind = ArchiveItemKind.Other, Title = "t", Text = "t", FiledOn = "2023-03-01" }));

        Assert.Equal((archive.IndexSha256, archive.Items), (after.IndexSha256, after.Items));
        Assert.Equal([(13, ArchiveItemKind.LeaveAndMakeUp), (14, ArchiveItemKind.Observation)], after.Addenda.Select(a => (a.Number, a.Kind)));
        Assert.Equal(["filed_on FILED_BEFORE_ARCHIVING"], early.Violations);
    }

    [Fact]
    public async Task DownloadArchiveItem_ChangedOnDisk_IsDamaged()
    {
        await using var county = await County.OpenAsync(Backing);
        var item = (await county.GivenArchivedAsync()).Items[6];
        await File.WriteAllTextAsync(county.BlobPath(item.Sha256), "{}", Encoding.UTF8, TestContext.Current.CancellationToken);

        var damaged = await Refusal.OfAsync(county.Secretary.Archives.DownloadArchiveItemAsync(new() { Name = item.Name }));
        var unknown = await Refusal.OfAsync(county.Secretary.Archives.DownloadArchiveItemAsync(new() { Name = $"{Name}/items/99" }));

        Assert.Equal("ARCHIVE_ITEM_DAMAGED", damaged.Reason);
        Assert.Equal("ARCHIVE_ITEM_NOT_FOUND", unknown.Reason);
    }
}

[Trait("Needs", "Servers")]
public sealed class ArchiveOnServersTests : ArchiveTests
{
    protected override Backing Backing => Backing.Servers;
}
