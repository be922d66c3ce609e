using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Audit;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Materials;

public class UploadTests
{
    private const string Files = $"/sessions/v1/{County.Session}/files";
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("全国两会精神学习要点");

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task UploadMaterial_ByStream_IsAPartOfTheSchemeAndComesBack()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        await county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = County.Scheme() });
        var large = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("学习材料正文。", 60_000)));

        var file = await UploadAsync(county.Secretary, new() { FileName = "../../要点.exe", Source = "新华社", Volumes = 30 }, large);
        var scheme = await county.Secretary.Schemes.GetSchemeAsync(new() { Name = $"{County.Session}/scheme" });
        using var download = county.Secretary.Materials.DownloadMaterialFile(new() { Name = file.Name });
        var bytes = await ReadAsync(download);

        Assert.Equal(("要点.txt", "要点", "text/plain; charset=utf-8"), (file.FileName, file.Title, file.ContentType));
        Assert.Equal(large, bytes);
        var added = scheme.Materials[^1];
        Assert.Equal((file.Name, "新华社", 30, MaterialKind.File), (added.File, added.Source, added.Volumes, added.Kind));
        await county.Secretary.Materials.DeleteMaterialFileAsync(new() { Name = file.Name });
        Assert.Equal(2, (await county.Secretary.Schemes.GetSchemeAsync(new() { Name = scheme.Name })).Materials.Count);
    }

    [Fact]
    public async Task UploadMaterial_OverHttp_IsGuardedAuditedAndTakesEffectOnce()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        var (secretary, member, stranger) = (county.Secretary.Http, county.Wang.Http, county.OtherSecretary.Http);
        const string Query = "?fileName=要点.txt&title=要点&volumes=5&requestId=upload-once-1";

        var first = await PostAsync(secretary, Query, Text);
        var again = await PostAsync(secretary, Query, Text);
        var other = await PostAsync(secretary, Query, Encoding.UTF8.GetBytes("别的内容"));
        var denied = await PostAsync(member, Query, Text);
        var foreign = await PostAsync(stranger, Query, Text);
        var anonymous = await PostAsync(county.Host.HttpWith(null), Query, Text);
        var wrong = await PostAsync(secretary, "?fileName=机密★.txt&part=ARCHIVE_ITEM_KIND_NOTES&volumes=many", Text);

        Assert.Equal((200, first.Body), (first.Status, again.Body));
        Assert.Equal((400, "REQUEST_ID_REUSED"), (other.Status, Assert.Single(other.Violations).Reason));
        Assert.Equal((403, "FILE_NOT_YOURS"), (denied.Status, denied.Reason));
        Assert.Equal((404, "UNIT_NOT_FOUND"), (foreign.Status, foreign.Reason));
        Assert.Equal((401, "SIGN_IN_REQUIRED"), (anonymous.Status, anonymous.Reason));
        Assert.Equal(
            ["file_name SECRET_MARK", "part PART_NOT_FOR_UPLOAD", "title SECRET_MARK", "volumes NUMBER_OUT_OF_RANGE"],
            wrong.Violations.Select(v => $"{v.Field} {v.Reason}").Order());
        var audit = await county.Host.ReadAsync(db => db.Set<AuditEntry>()
            .Where(e => e.Action == "MaterialService/UploadMaterial").OrderBy(e => e.Sequence).ToListAsync());
        Assert.Contains(audit, line => line.Actor == "p-secretary" && line.Resource.Contains("/files/", StringComparison.Ordinal));
        Assert.Contains(audit, line => line.Actor == "p-wang" && line.Outcome == "FILE_NOT_YOURS");
        Assert.Single((await county.Secretary.Materials.ListMaterialFilesAsync(new() { Parent = County.Session })).Files);
    }

    [Fact]
    public async Task Download_OverHttp_KnowsRangesTagsAndSafeNames()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        var file = await UploadAsync(county.Secretary, new() { FileName = "学习<script>\"要点\".txt" }, Text);
        var address = $"/sessions/v1/{file.Name}:download";
        var http = county.Secretary.Http;
        var cancel = TestContext.Current.CancellationToken;

        var whole = await http.GetAsync(address, cancel);
        var part = await http.SendAsync(With(new RangeHeaderValue(3, 8)), cancel);
        var tail = await http.SendAsync(With(new RangeHeaderValue(null, 6)), cancel);
        var beyond = await http.SendAsync(With(new RangeHeaderValue(10_000, null)), cancel);
        var known = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };

        Assert.Equal(Text, await whole.Content.ReadAsByteArrayAsync(cancel));
        Assert.Equal(("attachment", "学习script要点.txt"), (whole.Content.Headers.ContentDisposition!.DispositionType, whole.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox", whole.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.PartialContent, Text[3..9]), (part.StatusCode, await part.Content.ReadAsByteArrayAsync(cancel)), Same);
        Assert.Equal((HttpStatusCode.PartialContent, Text[^6..]), (tail.StatusCode, await tail.Content.ReadAsByteArrayAsync(cancel)), Same);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(known, cancel)).StatusCode);

        HttpRequestMessage With(RangeHeaderValue range) => new(HttpMethod.Get, address) { Headers = { Range = range } };
    }

    [Fact]
    public async Task UploadMaterial_AfterSubmission_WaitsForTheLeaderAndMembersForTheApproval()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        await county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = County.Scheme() });
        var file = await UploadAsync(county.Secretary, new() { FileName = "要点.txt" }, Text);

        var early = await Refusal.OfAsync(county.Wang.Materials.GetMaterialFileAsync(new() { Name = file.Name }));
        Assert.Empty((await county.Wang.Materials.ListMaterialFilesAsync(new() { Parent = County.Session })).Files);
        await county.Secretary.Schemes.SubmitSchemeAsync(new() { Name = $"{County.Session}/scheme" });
        var late = await PostAsync(county.Secretary.Http, "?fileName=a.txt", Text);
        await county.Leader.Schemes.ApproveSchemeAsync(new() { Name = $"{County.Session}/scheme", ApprovedOn = "2023-03-10" });
        var seen = await county.Wang.Materials.GetMaterialFileAsync(new() { Name = file.Name });
        var sheet = await PostAsync(county.Secretary.Http, "?fileName=签到表.txt&part=ARCHIVE_ITEM_KIND_ROLL", Text);

        Assert.Equal("MATERIALS_NOT_RELEASED", early.Reason);
        Assert.Equal((400, "SESSION_WRONG_STATE"), (late.Status, late.Reason));
        Assert.Equal(file.Sha256, seen.Sha256);
        Assert.Equal(200, sheet.Status);
    }

    [Fact]
    public async Task UploadMaterial_MarkedPapers_AreRefusedInClearWords()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();

        var secret = await PostAsync(county.Secretary.Http, "?fileName=a.txt", Encoding.UTF8.GetBytes("绝密★ 通报"));
        var marked = await PostAsync(county.Secretary.Http, "?fileName=a.txt", Encoding.UTF8.GetBytes("内部资料 注意保存"));
        var confirmed = await PostAsync(county.Secretary.Http, "?fileName=a.txt&confirmInternal=true", Encoding.UTF8.GetBytes("内部资料 注意保存"));

        Assert.Equal("FILE_HAS_SECRET_MARK", Assert.Single(secret.Violations).Reason);
        Assert.Contains("严禁上传涉密文件", secret.Body);
        Assert.Equal("FILE_MARKED_INTERNAL", Assert.Single(marked.Violations).Reason);
        Assert.Equal(200, confirmed.Status);
    }

    [Fact]
    public async Task CleanUp_AfterADay_TakesOnlyWhatNothingNames()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        var kept = await UploadAsync(county.Secretary, new() { FileName = "a.txt" }, Text);
        var gone = await UploadAsync(county.Secretary, new() { FileName = "b.txt" }, [.. Text, 0x61]);
        await county.Secretary.Materials.DeleteMaterialFileAsync(new() { Name = gone.Name });

        // A day without its ticks: only the hour that brings the next clean-up is lived through.
        county.Host.Clock.AdjustTime(county.Host.Clock.GetUtcNow().AddHours(25));
        county.Host.Clock.Advance(TimeSpan.FromHours(1));

        await Wait.UntilAsync(() => Task.FromResult(!File.Exists(county.BlobPath(gone.Sha256))), "the orphan to go");
        Assert.True(File.Exists(county.BlobPath(kept.Sha256)));
    }

    internal static async Task<MaterialFile> UploadAsync(Caller caller, UploadMaterialRequest first, byte[] bytes)
    {
        using var call = caller.Materials.UploadMaterial();
        first.Parent = first.Parent.Length > 0 ? first.Parent : County.Session;
        await call.RequestStream.WriteAsync(first);
        foreach (var piece in bytes.Chunk(50_000))
        {
            await call.RequestStream.WriteAsync(new() { Data = ByteString.CopyFrom(piece) });
        }

        await call.RequestStream.CompleteAsync();
        return await call;
    }

    private static bool Same((HttpStatusCode Status, byte[] Bytes) left, (HttpStatusCode Status, byte[] Bytes) right) =>
        left.Status == right.Status && left.Bytes.SequenceEqual(right.Bytes);

    private static async Task<byte[]> ReadAsync(Grpc.Core.AsyncServerStreamingCall<Google.Api.HttpBody> call)
    {
        using var bytes = new MemoryStream();
        while (await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
        {
            call.ResponseStream.Current.Data.WriteTo(bytes);
        }

        return bytes.ToArray();
    }

    private static async Task<Answer> PostAsync(HttpClient http, string query, byte[] bytes)
    {
        var answer = await http.PostAsync($"{Files}:upload{query}", new ByteArrayContent(bytes), TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var details = JsonDocument.Parse(body).RootElement.TryGetProperty("details", out var found) ? found.EnumerateArray().ToList() : [];
        var reason = details.Where(d => d.TryGetProperty("reason", out _)).Select(d => d.GetProperty("reason").GetString()!).FirstOrDefault() ?? "";
        var violations = details.Where(d => d.TryGetProperty("fieldViolations", out _))
            .SelectMany(d => d.GetProperty("fieldViolations").EnumerateArray())
            .Select(v => (v.GetProperty("field").GetString()!, v.GetProperty("reason").GetString()!)).ToList();
        return new Answer((int)answer.StatusCode, body, reason, violations);
    }

    private sealed record Answer(int Status, string Body, string Reason, List<(string Field, string Reason)> Violations);
}

[Trait("Needs", "Servers")]
public sealed class UploadOnServersTests : UploadTests
{
    protected override Backing Backing => Backing.Servers;
}
