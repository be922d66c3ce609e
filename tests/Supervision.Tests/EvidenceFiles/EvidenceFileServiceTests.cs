using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Files;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.EvidenceFiles;

public class EvidenceFileServiceTests : IAsyncLifetime
{
    private County county = null!;

    protected virtual Backing Backing => Backing.Sqlite;

    public async ValueTask InitializeAsync() => county = await County.OpenAsync(Backing);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await county.DisposeAsync();
    }

    [Fact]
    public async Task UploadEvidenceFile_OfAnItem_IsReadByWhoVerifies()
    {
        var notice = await county.GivenNoticeInProgressAsync();
        var file = await UploadAsync(county.Secretary, notice, "../台账.exe", item: 2);

        var listed = await county.Supervision.Evidence.ListEvidenceFilesAsync(new() { Parent = notice.Name });
        var bytes = await county.Supervision.Http.GetByteArrayAsync($"/supervision/v1/{file.Name}:download");
        var foreign = await Refusal.OfAsync(county.OtherSecretary.Evidence.GetEvidenceFileAsync(new() { Name = file.Name }));

        Assert.Equal(("台账.txt", "台账", 2, 1, "people/p-secretary"), (file.FileName, file.Title, file.Item, file.Round, file.UploadedBy));
        Assert.Equal(file, Assert.Single(listed.Files));
        Assert.Equal("../台账.exe", Encoding.UTF8.GetString(bytes));
        Assert.Equal("UNIT_NOT_FOUND", foreign.Reason);
    }

    [Fact]
    public async Task UploadEvidenceFile_OverHttp_IsGuardedAndTakesEffectOnce()
    {
        var notice = await county.GivenNoticeInProgressAsync();
        const string Query = "?fileName=台账.txt&item=1&requestId=evidence-1";

        var first = await PostAsync(county.Secretary, notice, Query);
        var again = await PostAsync(county.Secretary, notice, Query);
        var unknown = await PostAsync(county.Secretary, notice, "?fileName=台账.txt&item=9");
        var secret = await PostAsync(county.Secretary, notice, "?fileName=台账.txt", "机密★十年");
        var office = await PostAsync(county.Supervision, notice, "?fileName=台账.txt");

        Assert.Equal((200, first.Body), (first.Status, again.Body));
        Assert.Contains("ITEM_UNKNOWN", unknown.Body, StringComparison.Ordinal);
        Assert.Contains("FILE_HAS_SECRET_MARK", secret.Body, StringComparison.Ordinal);
        Assert.Contains("ROLE_MISSING", office.Body, StringComparison.Ordinal);
        Assert.Single((await county.Leader.Evidence.ListEvidenceFilesAsync(new() { Parent = notice.Name })).Files);
    }

    [Fact]
    public async Task DeleteEvidenceFile_OfAReportedRound_IsRefused()
    {
        var notice = await county.GivenNoticeInProgressAsync();
        var wrong = await UploadAsync(county.Secretary, notice, "错.txt");
        await county.Secretary.Evidence.DeleteEvidenceFileAsync(new() { Name = wrong.Name });
        var kept = await UploadAsync(county.Secretary, notice, "台账.txt");
        await county.ReportAsync(notice, "2023-10-10");

        var late = await Assert.ThrowsAsync<RpcException>(() => UploadAsync(county.Secretary, notice, "后补.txt"));
        await county.Supervision.Notices.ReturnRectificationReportAsync(new()
        {
            Name = notice.Name, Opinion = "证据不足", ReturnedOn = "2023-10-12", DueOn = "2023-10-19",
        });
        var more = await UploadAsync(county.Secretary, notice, "再补.txt");
        var stays = await Refusal.OfAsync(county.Secretary.Evidence.DeleteEvidenceFileAsync(new() { Name = kept.Name }));

        Assert.Equal((StatusCode.FailedPrecondition, 2, "EVIDENCE_REPORTED"), (late.StatusCode, more.Round, stays.Reason));
    }

    [Fact]
    public async Task Upkeep_OfEvidenceTakenAway_RemovesItsBytesAndNoOthers()
    {
        var notice = await county.GivenNoticeInProgressAsync();
        var kept = await UploadAsync(county.Secretary, notice, "台账.txt");
        var gone = await UploadAsync(county.Secretary, notice, "错.txt");
        await county.Secretary.Evidence.DeleteEvidenceFileAsync(new() { Name = gone.Name });

        // A day without its ticks: only the hour that brings the next clean-up is lived through.
        county.Clock.AdjustTime(county.Clock.GetUtcNow().AddHours(25));
        county.Clock.Advance(TimeSpan.FromHours(1));

        await Wait.UntilAsync(async () => (await StoredAsync()).SequenceEqual([kept.Sha256]), "the orphan to go");
    }

    private async Task<List<string>> StoredAsync()
    {
        var found = new List<string>();
        await foreach (var blob in county.Host.Services.GetRequiredKeyedService<IBlobs>("supervision").ListAsync(CancellationToken.None))
        {
            found.Add(blob.Sha256);
        }

        return found;
    }

    /// <summary>A text file whose only content is its name.</summary>
    private static async Task<EvidenceFile> UploadAsync(Caller caller, RectificationNotice notice, string fileName, int item = 0)
    {
        using var call = caller.Evidence.UploadEvidenceFile();
        await call.RequestStream.WriteAsync(
            new() { Parent = notice.Name, FileName = fileName, Item = item, Data = ByteString.CopyFromUtf8(fileName) });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    private static async Task<(int Status, string Body)> PostAsync(
        Caller caller, RectificationNotice notice, string query, string text = "整改台账")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        using var answer = await caller.Http.PostAsync($"/supervision/v1/{notice.Name}/files:upload{query}", content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

[Trait("Needs", "Servers")]
public sealed class EvidenceFileServiceOnServersTests : EvidenceFileServiceTests
{
    protected override Backing Backing => Backing.Servers;
}
