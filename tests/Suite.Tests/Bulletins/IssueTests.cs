using System.Globalization;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using StudySuite.Bulletin.V1;
using StudySuite.Demo.Access;
using StudySuite.Sessions.V1;
using BulletinServiceClient = StudySuite.Bulletin.V1.BulletinService.BulletinServiceClient;

namespace StudySuite.Suite.Tests.Bulletins;

/// <summary>Sign-off and issue while others edit, enter records and issue too.</summary>
public abstract class IssueTests(ISuite suite) : IDisposable
{
    private const string County = "units/xinxiang", Unit = "units/xinxiang-hehe", Prefix = "并发通";
    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task SignAndIssue_UnderConcurrentEdits_FreezeTheFiguresAndNumberWithoutGaps()
    {
        const int Count = 5;
        var ended = new CancellationTokenSource();
        var entering = EnterRecordsAsync(ended.Token);

        var issued = await Task.WhenAll(Enumerable.Range(1, Count).Select(BringToIssueAsync));
        await ended.CancelAsync();
        await entering;

        Assert.Equal(
            Enumerable.Range(1, Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{Prefix}〔2019〕{number}号")),
            issued.Order(StringComparer.Ordinal));
        using var secretary = await Rest.AsAsync(suite, cast, "hehe-secretary");
        var received = await secretary.GetAsync($"bulletin/v1/{Unit}/receivedBulletins?pageSize=200");
        Assert.Equal(Count, received.GetProperty("receivedBulletins").EnumerateArray()
            .Count(bulletin => bulletin.GetProperty("number").GetString()!.StartsWith(Prefix, StringComparison.Ordinal)));
    }

    private async Task<string> BringToIssueAsync(int at)
    {
        var publicity = new BulletinServiceClient(cast["publicity"].Calls);
        var head = new BulletinServiceClient(cast["publicity-head"].Calls);
        var made = await publicity.CreateBulletinAsync(new()
        {
            Parent = County, BulletinId = $"concurrent-{at}",
            Bulletin = new Bulletin.V1.Bulletin
            {
                Year = 2019, Half = 1, NumberPrefix = Prefix, Overview = "总体情况", Practices = "好的做法", Problems = "问题",
                Requirements = "要求", SignOffSteps = { "部长" },
            },
        });
        // Edits and the submission race: an edit comes before it, or not at all.
        await Task.WhenAll(
            publicity.SubmitBulletinAsync(new() { Name = made.Name }).ResponseAsync,
            EditAsync(publicity, made.Name), EditAsync(publicity, made.Name));
        var text = (await publicity.GetBulletinAsync(new() { Name = made.Name })).Overview;
        var frozen = await AnnexAsync(publicity, made.Name);

        await head.SignBulletinAsync(new() { Name = made.Name });
        await Task.WhenAll(IssueAsync(publicity, made.Name), IssueAsync(head, made.Name), EditAsync(publicity, made.Name));

        var issued = await publicity.GetBulletinAsync(new() { Name = made.Name });
        Assert.Equal((BulletinState.Issued, text), (issued.State, issued.Overview));
        Assert.Equal(frozen, await AnnexAsync(publicity, made.Name));
        return issued.Number;
    }

    /// <summary>Refused once it is submitted, or when the submission comes in between.</summary>
    private static async Task EditAsync(BulletinServiceClient publicity, string name)
    {
        var edited = new Bulletin.V1.Bulletin { Name = name, Overview = $"改为{Guid.CreateVersion7():n}" };
        await LetLoseAsync(publicity.UpdateBulletinAsync(
            new() { Bulletin = edited, UpdateMask = new() { Paths = { "overview" } } }), "BULLETIN_NOT_DRAFT");
    }

    private static Task IssueAsync(BulletinServiceClient person, string name) =>
        LetLoseAsync(person.IssueBulletinAsync(new() { Name = name, IssuedOn = "2019-07-10" }), "BULLETIN_NOT_SIGNED");

    private static async Task LetLoseAsync<T>(AsyncUnaryCall<T> call, string reason)
    {
        try
        {
            await call;
        }
        catch (RpcException error)
        {
            Assert.Equal(reason, error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        }
    }

    private static async Task<ByteString> AnnexAsync(BulletinServiceClient publicity, string name) =>
        (await publicity.GetBulletinAnnexAsync(new() { Name = $"{name}/annex" })).Table.ToByteString();

    private async Task EnterRecordsAsync(CancellationToken until)
    {
        var activities = new ActivityService.ActivityServiceClient(cast["hehe-secretary"].Calls);
        for (var i = 0; i < 60 && !until.IsCancellationRequested; i++)
        {
            await activities.CreateActivityAsync(new()
            {
                Parent = Unit,
                Activity = new() { Kind = ActivityKind.Reflection, Title = $"同时{i}", PersonName = "王某", HappenedOn = "2019-03-01" },
            });
        }
    }
}

[Collection("county"), Trait("Needs", "Servers")]
public sealed class IssueOnCountyTests(CountyYear year) : IssueTests(year.Suite);

[Collection("standalone")]
public sealed class IssueOnStandaloneTests(StandaloneYear year) : IssueTests(year.Suite);
