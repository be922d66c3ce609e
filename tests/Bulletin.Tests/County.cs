using Grpc.Core;
using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.V1;
using StudySuite.Events;
using StudySuite.Roster;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests;

/// <summary>The service with the county and three of its units, in the order 县卫健委, 县科工局, 古固寨镇.</summary>
internal sealed class County : IAsyncDisposable
{
    public const string Publicity = "Publicity:/xinxiang/*";
    public const string Leader = "GroupLeader:/xinxiang/";

    private County(ServiceHost<BulletinDbContext> host) => Host = host;

    public ServiceHost<BulletinDbContext> Host { get; }

    public static async Task<County> StartAsync(Backing backing = Backing.Sqlite)
    {
        var county = new County(await ServiceHost<BulletinDbContext>.StartAsync(backing));
        await county.Host.GivenUnitAsync("xinxiang", "新乡县委");
        await county.Host.GivenUnitAsync("xinxiang-kegong", "县科工局", "xinxiang", 2);
        await county.Host.GivenUnitAsync("xinxiang-weijian", "县卫健委", "xinxiang", 1);
        await county.Host.GivenUnitAsync("xinxiang-guguzhai", "古固寨镇", "xinxiang", 3);
        return county;
    }

    public StatisticsService.StatisticsServiceClient Statistics(params string[] grants) =>
        new(Host.Channel(grants.Length == 0 ? [Publicity] : grants));

    public BulletinService.BulletinServiceClient Bulletins(string person = "p-editor", string grant = Publicity) =>
        new(Host.ChannelAs(person, grant));

    public ReceivedBulletinService.ReceivedBulletinServiceClient Received(params string[] grants) => new(Host.Channel(grants));

    /// <summary>Counts the events as the consumers do, each in a transaction of its own.</summary>
    public async Task CountAsync(params IEnumerable<Counted> events)
    {
        foreach (var counted in events)
        {
            await Host.WithDbAsync(db => db.CountAsync([counted], CancellationToken.None));
        }
    }

    /// <summary>Counts the events as the consumers do when they came together.</summary>
    public Task CountTogetherAsync(IReadOnlyList<Counted> events) =>
        Host.WithDbAsync(db => db.CountAsync(events, CancellationToken.None));

    public Task CloseUnitAsync(string code, DateOnly on) => Host.WithDbAsync(async db =>
    {
        var unit = await db.UnitViews.FindAsync(code);
        unit!.Apply(new UnitChanged(
            code, unit.Name, unit.Kind, unit.Level, unit.Parent, unit.Path, unit.Order, on, unit.Version + 1));
    });

    /// <summary>A draft of the first half of 2023 with all four sections written.</summary>
    public async Task<V1.Bulletin> GivenDraftAsync(string id = "h1-2023", params string[] steps) =>
        await Bulletins().CreateBulletinAsync(new CreateBulletinRequest
        {
            Parent = "units/xinxiang",
            BulletinId = id,
            Bulletin = new V1.Bulletin
            {
                Year = 2023, Half = 1, NumberPrefix = "新宣通", Overview = "总体情况", Practices = "好的做法",
                Problems = "存在问题", Requirements = "下一步要求", SignOffSteps = { steps },
            },
        });

    public async Task<V1.Bulletin> GivenSignedAsync(string id = "h1-2023")
    {
        var draft = await GivenDraftAsync(id);
        await Bulletins().SubmitBulletinAsync(new SubmitBulletinRequest { Name = draft.Name });
        return await Bulletins("p-director").SignBulletinAsync(new SignBulletinRequest { Name = draft.Name });
    }

    public async Task<V1.Bulletin> GivenIssuedAsync(string id = "h1-2023")
    {
        var signed = await GivenSignedAsync(id);
        return await Bulletins().IssueBulletinAsync(new IssueBulletinRequest { Name = signed.Name, IssuedOn = "2023-07-12" });
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

internal static class Refusal
{
    /// <summary>The reason for which a call is refused.</summary>
    public static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call) => (await Refused.ByAsync(call)).Reason;

    /// <summary>Each violated field with its reason, <c>field REASON</c>.</summary>
    public static async Task<string[]> ViolationsAsync<T>(AsyncUnaryCall<T> call)
    {
        var refused = await Refused.ByAsync(call);
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refused.Status, refused.Reason));
        return [.. refused.Violations.Select(violation => $"{violation.Field} {violation.Reason}").Order(StringComparer.Ordinal)];
    }
}
