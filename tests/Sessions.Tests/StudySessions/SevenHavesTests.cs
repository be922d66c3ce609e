using Grpc.Core;
using StudySuite.Events;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Tests.StudySessions;

public sealed class SevenHavesTests
{
    [Fact]
    public async Task GetSevenHaves_Held_SaysWhatIsMissingAndWhatToDo()
    {
        await using var county = await County.OpenAsync();
        await county.GivenHeldAsync();

        var haves = await county.Secretary.Sessions.GetSevenHavesAsync(new() { Name = $"{County.Session}/sevenHaves" });
        var english = await county.Secretary.Sessions.GetSevenHavesAsync(
            new() { Name = $"{County.Session}/sevenHaves" }, new Metadata { { "accept-language", "en" } });

        Assert.Equal(
            [
                (SevenHavesKind.Plan, SevenHavesResult.Ok), (SevenHavesKind.Scheme, SevenHavesResult.Ok),
                (SevenHavesKind.Record, SevenHavesResult.Missing), (SevenHavesKind.Attendance, SevenHavesResult.Missing),
                (SevenHavesKind.Discussion, SevenHavesResult.Missing), (SevenHavesKind.Notes, SevenHavesResult.Missing),
                (SevenHavesKind.Publicity, SevenHavesResult.Missing),
            ],
            haves.Checks.Select(check => (check.Kind, check.Result)));
        Assert.All(haves.Checks, check => Assert.Equal(check.Result == SevenHavesResult.Missing, check.Remedy.Length > 0));
        Assert.All(haves.Checks, check => Assert.Matches("[\u4e00-\u9fff]", check.Reason));
        Assert.All(english.Checks, check => Assert.DoesNotMatch("[\u4e00-\u9fff]", check.Reason));
    }

    [Fact]
    public async Task CompleteSession_NotesUnchecked_ListsWhatIsMissing()
    {
        await using var county = await County.OpenAsync();
        await county.GivenRecordedAsync();

        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await county.Secretary.Sessions.CompleteSessionAsync(new() { Name = County.Session }));
        var info = error.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!;

        Assert.Equal(("SESSION_INCOMPLETE", "NOTES"), (info.Reason, info.Metadata["missing"]));
        Assert.Empty(await county.Host.SentAsync<SessionCompleted>());
    }

    [Fact]
    public async Task CompleteSession_LectureWithoutPublicity_NeedsOnlyWhatApplies()
    {
        await using var county = await County.OpenAsync();
        await county.GivenHeldAsync("march", SessionForm.Lecture);
        var record = County.Record();
        record.Speeches.Clear();
        record.PublicityItems.Clear();
        record.NoPublicityReason = "内部报告";
        record.Lecturer = "省委党校 陈教授";
        await county.Secretary.Records.UpdateRecordAsync(new() { Record = record });
        await county.Secretary.Records.SubmitRecordAsync(new() { Name = record.Name });
        await county.Secretary.Records.CheckNotesAsync(new() { Name = record.Name });

        var session = await county.Secretary.Sessions.CompleteSessionAsync(new() { Name = County.Session });

        Assert.Equal(SessionState.Complete, session.State);
        Assert.Single(await county.Host.SentAsync<SessionCompleted>());
    }

    [Fact]
    public async Task ReopenSession_Complete_LetsTheRecordBeCorrected()
    {
        await using var county = await County.OpenAsync();
        await county.GivenCompleteAsync();
        var closed = await Refusal.OfAsync(county.Secretary.Records.UpdateRecordAsync(new() { Record = County.Record() }));

        await county.Secretary.Sessions.ReopenSessionAsync(new() { Name = County.Session, Reason = "补录发言" });
        var record = County.Record();
        record.Etag = (await county.Secretary.Records.GetRecordAsync(new() { Name = record.Name })).Etag;
        await county.Secretary.Records.UpdateRecordAsync(new() { Record = record });
        var session = await county.Secretary.Sessions.CompleteSessionAsync(new() { Name = County.Session });

        Assert.Equal("SESSION_WRONG_STATE", closed.Reason);
        Assert.Equal(SessionState.Complete, session.State);
        Assert.Equal(2, (await county.Host.SentAsync<SessionCompleted>()).Count);
    }
}
