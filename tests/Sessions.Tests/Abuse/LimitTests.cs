using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Sessions.Tests.Materials;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Tests.Abuse;

/// <summary>Two gigabytes where a few megabytes are allowed: the answer comes early, whatever the caller announced.</summary>
public sealed class LimitTests
{
    private const string Upload = $"/sessions/v1/{County.Session}/files:upload?fileName=a.txt";
    private const int Limit = 4 << 20;

    [Fact]
    public async Task Upload_LengthAnnounced_IsRefusedBeforeAByteIsTaken()
    {
        await using var county = await OpenAsync();
        var bytes = new TwoGigabytes();
        using var content = new StreamContent(bytes) { Headers = { ContentLength = bytes.Length } };

        var (status, body) = await PostAsync(county, content);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("文件超过 4 MB", body);
        Assert.True(bytes.Given < Limit, $"{bytes.Given} bytes were taken");
        Assert.Empty(county.FilesThere);
    }

    [Fact]
    public async Task Upload_LengthNotAnnounced_StopsAtTheLimitAndLeavesNothing()
    {
        await using var county = await OpenAsync();
        var bytes = new TwoGigabytes();
        using var content = new StreamContent(bytes) { Headers = { ContentLength = null } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Upload) { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var http = Http(county);
        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("FILE_TOO_LARGE", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(bytes.Given < 2 * Limit, $"{bytes.Given} bytes were taken");
        Assert.Empty(county.FilesThere);
    }

    [Fact]
    public async Task UploadMaterial_ByStream_StopsAtTheLimit()
    {
        await using var county = await OpenAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(
            () => UploadTests.UploadAsync(county.Secretary, new() { FileName = "a.txt" }, new byte[Limit + 1]));

        Assert.Equal("data FILE_TOO_LARGE", string.Join(' ', refused.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!
            .FieldViolations.Select(violation => $"{violation.Field} {violation.Reason}")));
        var first = new UploadMaterialRequest { Parent = County.Session, FileName = "a.txt", Data = ByteString.CopyFromUtf8("学习学习学习x") };
        Assert.Equal(19, (await UploadTests.UploadAsync(county.Secretary, first, [])).Length);
    }

    private static async Task<County> OpenAsync()
    {
        var county = await County.OpenAsync(settings: ("Files:MaxBytes", $"{Limit}"));
        await county.GivenPlannedAsync();
        return county;
    }

    /// <summary>Follows no redirects, for which a client would keep the whole body.</summary>
    private static HttpClient Http(County county)
    {
        var http = ((TestServer)county.Host.Services.GetRequiredService<IServer>()).CreateClient();
        http.DefaultRequestHeaders.Authorization = county.Secretary.Http.DefaultRequestHeaders.Authorization;
        return http;
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(County county, HttpContent content)
    {
        using var http = Http(county);
        var answer = await http.PostAsync(Upload, content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
