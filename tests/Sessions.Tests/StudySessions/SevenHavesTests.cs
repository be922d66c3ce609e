using Grpc.Core;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.StudySessions;

public class SevenHavesTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task GetSevenHaves_Held_SaysWhatIsMissingAndWhatToDo()
    {
        await using var county = await County.OpenAsync(Backing);
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
        // What is missing is said in words, not by the fields of the contract.
        Assert.All(haves.Checks, check => Assert.DoesNotMatch("[A-Za-z]", check.Reason));
        Assert.All(english.Checks, check => Assert.DoesNotMatch("[\u4e00-\u9fff]", check.Reason));
    }

    [Fact]
    public async Task CompleteSession_NotesUnchecked_ListsWhatIsMissing()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();

        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await county.Secretary.Sessions.CompleteSessionAsync(new() { Name = County.Session }));
        var info = error.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!;

        Assert.Equal(("SESSION_INCOMPLETE", "NOTES"), (info.Reason, info.Metadata["missing"]));
        Assert.DoesNotContain("NOTES", error.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(await county.Host.SentAsync<SessionCompleted>());
    }

    [Fact]
    public async Task CompleteSession_RulebookMakesNotesAHint_CompletesWithoutThem()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.Host.DeliverAsync(new RulebookPublished(
            "rulebooks/1", new DateOnly(2023, 1, 1),
            new Dictionary<string, string> { ["seven_haves.binding_checks"] = "scheme,record,attendance" }, 1));
        await county.GivenRecordedAsync();

        var haves = await county.Secretary.Sessions.GetSevenHavesAsync(new() { Name = $"{County.Session}/sevenHaves" });
        var session = await county.Secretary.Sessions.CompleteSessionAsync(new() { Name = County.Session });

        Assert.Equal((true, "rulebooks/1"), (haves.IsComplete, haves.Rulebook));
        var notes = haves.Checks.Single(check => check.Kind == SevenHavesKind.Notes);
        Assert.Equal((SevenHavesResult.Missing, false), (notes.Result, notes.IsBinding));
        Assert.Equal(SessionState.Complete, session.State);
    }

    [Fact]
    public async Task SubmitRecord_RulebookWantsLecturesFiled_NeedsTheNumber()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.Host.DeliverAsync(new RulebookPublished(
            "rulebooks/1", new DateOnly(2023, 1, 1), new Dictionary<string, string> { ["lecture.filing_required"] = "true" }, 1));
        await county.GivenHeldAsync("march", SessionForm.Lecture);
        var record = County.Record();
        record.Lecturer = "省委党校 陈教授";
        var saved = await county.Secretary.Records.UpdateRecordAsync(new() { Record = record });

        var refused = await Refusal.OfAsync(county.Secretary.Records.SubmitRecordAsync(new() { Name = record.Name }));
        (record.LectureFilingNumber, record.Etag) = ("新宣讲备〔2023〕3号", saved.Etag);
        await county.Secretary.Records.UpdateRecordAsync(new() { Record = record });
        await county.Secretary.Records.SubmitRecordAsync(new() { Name = record.Name });

        Assert.Equal("RECORD_INCOMPLETE", refused.Reason);
        Assert.Contains("报告备案编号", refused.Sentence);
    }

    [Fact]
    public async Task CompleteSession_LectureWithoutPublicity_NeedsOnlyWhatApplies()
    {
        await using var county = await County.OpenAsync(Backing);
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
        await using var county = await County.OpenAsync(Backing);
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

[Trait("Needs", "Servers")]
public sealed class SevenHavesOnServersTests : SevenHavesTests
{
    protected override Backing Backing => Backing.Servers;
}
