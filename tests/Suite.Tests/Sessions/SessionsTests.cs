using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Net.Client;
using StudySuite.Demo.Access;
using StudySuite.Directory.V1;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests;

/// <summary>One session through the gateway, by REST and gRPC: materials, notice and replies, sign-in, archive, search.</summary>
public abstract class SessionsTests : IDisposable
{
    private readonly ISuite suite;
    private readonly Cast cast;
    private readonly Desk desk;

    protected SessionsTests(ISuite suite)
    {
        this.suite = suite;
        cast = new Cast(suite.Demo);
        desk = new Desk(suite, cast);
    }

    public void Dispose()
    {
        desk.Dispose();
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Materials_UploadedCompiledAndHandedOut_ReachTheLeaderAndNobodyElse()
    {
        await desk.PlanAsync();
        const string Query = "?fileName=要点.txt&volumes=12&source=新华社&requestId=suite-upload-1";
        var word = $"独有词{Guid.CreateVersion7():n}";
        var first = await desk.UploadAsync(Query, Desk.Text($"学习要点 {word}"));
        var again = await desk.UploadAsync(Query, Desk.Text($"学习要点 {word}"));
        var secret = await desk.UploadAsync("?fileName=a.txt", Desk.Text("机密★5年"));
        var stream = await UploadByGrpcAsync("二.txt");
        await desk.NotifyAsync();

        var pack = await desk.PostAsync($"{desk.Session}/materialPack:distribute", new { });
        using var zip = new ZipArchive(await (await desk.AsAsync("hehe-leader")).GetStreamAsync($"sessions/v1/{desk.Session}/materialPack:download", Cancel));
        var read = await desk.SendAsync("hehe-leader", HttpMethod.Post, $"{desk.Session}/materialPack:acknowledge", new { });
        var found = await SearchAsync("hehe-leader", Desk.Unit, word);
        var foreign = await SearchAsync("kegong-secretary", "units/-", word);
        using var part = new HttpRequestMessage(HttpMethod.Get, $"sessions/v1/{stream.Name}:download") { Headers = { Range = new(3, 8) } };
        using var middle = await (await desk.AsAsync("hehe-leader")).SendAsync(part, Cancel);

        Assert.Equal((200, first.Body), (first.Status, again.Body));
        Assert.Equal(400, secret.Status);
        Assert.Contains("FILE_HAS_SECRET_MARK", secret.Body);
        Assert.Equal((2, 12), (pack.GetProperty("entries").GetArrayLength(), pack.GetProperty("volumes").GetInt32()));
        Assert.Equal(["00 目录.docx", "01 要点.txt", "02 二.txt"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal("people/hehe-leader", Assert.Single(read.GetProperty("recipients").EnumerateArray(), Acknowledged).GetProperty("person").GetString());
        Assert.Equal((1, 0), (found, foreign));
        Assert.Equal((HttpStatusCode.PartialContent, 6), (middle.StatusCode, (await middle.Content.ReadAsByteArrayAsync(Cancel)).Length));
        await Wait.UntilAsync(() => HasItemAsync("hehe-leader", "INBOX_ITEM_KIND_MATERIALS_DISTRIBUTED"), "the leader's inbox to name the materials");

        static bool Acknowledged(JsonElement recipient) =>
            recipient.TryGetProperty("acknowledgeTime", out var time) && time.ValueKind == JsonValueKind.String;
    }

    [Fact]
    public async Task Notice_RepliedAndAmended_IsOneAppointment()
    {
        await desk.PlanAsync();
        await desk.NotifyAsync();

        var replied = await desk.SendAsync("hehe-leader", HttpMethod.Post, $"{desk.Session}/notice:reply", new { reply = "NOTICE_REPLY_WILL_ATTEND" });
        var first = await desk.GetAsync($"{desk.Session}/notice");
        await desk.PostAsync($"{desk.Session}:postpone", new { plannedOn = Desk.Today, reason = "会议室调整" });
        var second = await desk.PostAsync($"{desk.Session}/notice:issue", new { });

        Assert.Equal(["people/hehe-leader"], replied.GetProperty("recipients").EnumerateArray()
            .Where(recipient => recipient.GetProperty("reply").GetString() == "NOTICE_REPLY_WILL_ATTEND")
            .Select(recipient => recipient.GetProperty("person").GetString()));
        Assert.Equal((0, 1), (first.GetProperty("sequence").GetInt32(), second.GetProperty("sequence").GetInt32()));
        Assert.Equal(UidOf(first), UidOf(second));
    }

    [Fact]
    public async Task SignIn_ByTypedCode_TakesTheIdentityFromTheTokenOnly()
    {
        await AllowSignInAsync();
        await desk.PlanAsync();
        await desk.NotifyAsync();
        await desk.PostAsync($"{desk.Session}:hold", new { });
        await Wait.UntilAsync(OpensAsync, "the sessions service to hear of the rulebook");

        var screen = await desk.GetAsync($"{desk.Session}/signIn:screen");
        var code = screen.GetProperty("typedCode").GetString();
        var http = await desk.AsAsync("hehe-leader");
        using var forged = await http.PostAsJsonAsync(
            $"sessions/v1/{desk.Session}/signIn:sign", new { code, person = "people/hehe-m02" }, Cancel);
        using var wrong = await http.PostAsJsonAsync($"sessions/v1/{desk.Session}/signIn:sign", new { code = "00000000" }, Cancel);
        var signed = await desk.SendAsync("hehe-leader", HttpMethod.Post, $"{desk.Session}/signIn:sign", new { code });
        var roll = await desk.GetAsync($"{desk.Session}/roll");

        Assert.Equal(Desk.Today, screen.GetProperty("heldOn").GetString());
        Assert.Equal("people/hehe-leader", signed.GetProperty("person").GetString());
        Assert.NotEqual(HttpStatusCode.InternalServerError, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Equal(["people/hehe-leader"], roll.GetProperty("lines").EnumerateArray()
            .Where(line => line.GetProperty("status").GetString() == "ATTENDANCE_STATUS_PRESENT")
            .Select(line => line.GetProperty("person").GetString()));

        async Task<bool> OpensAsync()
        {
            using var opened = await (await desk.AsAsync("hehe-secretary")).PostAsJsonAsync($"sessions/v1/{desk.Session}/signIn:open", new { }, Cancel);
            return opened.IsSuccessStatusCode;
        }
    }

    [Fact]
    public async Task Archive_PackagedOverRestAndGrpc_IsVerifiedAndDamageIsNamed()
    {
        await desk.PlanAsync();
        await desk.UploadAsync("?fileName=要点.txt", Desk.Text("学习要点"));
        await desk.NotifyAsync();
        await desk.PostAsync($"{desk.Session}:hold", new { });
        await desk.CompleteAsync();
        await desk.PostAsync($"{desk.Session}:archive", new { });
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(
            path, await (await desk.AsAsync("publicity")).GetByteArrayAsync($"sessions/v1/{desk.Session}/archive:package", Cancel), Cancel);

        var (exitCode, output) = await suite.RunVerbAsync("verify-archive", path);
        var damaged = await File.ReadAllBytesAsync(path, Cancel);
        damaged[damaged.Length / 2] ^= 0xff;
        await File.WriteAllBytesAsync(path, damaged, Cancel);
        var (badExitCode, badOutput) = await suite.RunVerbAsync("verify-archive", path);
        File.Delete(path);

        Assert.True(exitCode == 0, output);
        Assert.Contains($"OK   {path} ({desk.Session}/archive", output);
        Assert.Equal(1, badExitCode);
        Assert.Contains("BAD", badOutput);
        Assert.True(await PackageByGrpcAsync() > 10_000);
        using var foreign = await (await desk.AsAsync("kegong-secretary")).GetAsync($"sessions/v1/{desk.Session}/archive", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_TwoGigabytes_IsRefusedEarlyAndTakesNoMemory(bool isAnnounced)
    {
        await desk.PlanAsync();
        var files = FilesNow();
        var before = suite.Sessions.PeakMemory();
        var body = new LongBody(2L << 30, isAnnounced);
        // HTTP/2 hears the answer while it is still sending.
        using var http = new HttpClient { BaseAddress = suite.Demo.Grpc };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"sessions/v1/{desk.Session}/files:upload?fileName=a.txt")
        {
            Content = body, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { Authorization = (await desk.AsAsync("hehe-secretary")).DefaultRequestHeaders.Authorization },
        };

        using var answer = await http.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Contains((int)answer.StatusCode, new[] { 400, 413 });
        Assert.Matches("FILE_TOO_LARGE|BODY_TOO_LARGE", text);
        Assert.True(body.Given < (isAnnounced ? 16 << 20 : 160 << 20), $"{body.Given} bytes were sent before the answer came");
        Assert.True(suite.Sessions.PeakMemory() - before < 100 << 20, "memory grew by the size of the file");
        Assert.Equal(files, FilesNow());
        Assert.Equal(0, (await desk.GetAsync($"{desk.Session}/files")).GetProperty("files").GetArrayLength());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private int FilesNow() => System.IO.Directory.Exists(suite.Files)
        ? System.IO.Directory.EnumerateFiles(suite.Files, "*", SearchOption.AllDirectories).Count() : 0;

    private static string UidOf(JsonElement notice) => notice.GetProperty("ics").GetString()!.Split("\r\n")
        .Single(line => line.StartsWith("UID:", StringComparison.Ordinal));

    private async Task<int> SearchAsync(string user, string parent, string word) =>
        (await desk.SendAsync(user, HttpMethod.Get, $"{parent}/records:search?query={word}", null)).GetProperty("hits").GetArrayLength();

    private async Task<bool> HasItemAsync(string user, string kind)
    {
        var inbox = await (await desk.AsAsync(user)).GetFromJsonAsync<JsonElement>("notifications/v1/people/me/inboxItems?pageSize=50", Cancel);
        return inbox.GetProperty("inboxItems").EnumerateArray().Any(item => item.GetProperty("kind").GetString() == kind
            && item.GetProperty("subject").GetString()!.StartsWith(desk.Session, StringComparison.Ordinal));
    }

    private async Task<MaterialFile> UploadByGrpcAsync(string fileName)
    {
        using var channel = GrpcChannel.ForAddress(suite.Demo.Grpc);
        using var call = new MaterialService.MaterialServiceClient(channel).UploadMaterial(await HeadersAsync(), cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new() { Parent = desk.Session, FileName = fileName }, Cancel);
        await call.RequestStream.WriteAsync(new() { Data = ByteString.CopyFromUtf8("学习材料正文") }, Cancel);
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    private async Task<long> PackageByGrpcAsync()
    {
        using var channel = GrpcChannel.ForAddress(suite.Demo.Grpc);
        using var call = new ArchiveService.ArchiveServiceClient(channel).DownloadArchivePackage(
            new() { Name = $"{desk.Session}/archive" }, await HeadersAsync(), cancellationToken: Cancel);
        long length = 0;
        while (await call.ResponseStream.MoveNext(Cancel))
        {
            length += call.ResponseStream.Current.Data.Length;
        }

        return length;
    }

    private async Task<Grpc.Core.Metadata> HeadersAsync() =>
        new() { { "authorization", $"Bearer {await cast["hehe-secretary"].TokenAsync(Cancel)}" } };

    private async Task AllowSignInAsync() => await new RulebookService.RulebookServiceClient(cast["publicity"].Calls).PublishRulebookAsync(new()
    {
        EffectiveFrom = Desk.Today, Parameters = { ["attendance.qr_sign_in"] = "true" }, RequestId = $"suite-qr-{Desk.Today}",
    });
}
