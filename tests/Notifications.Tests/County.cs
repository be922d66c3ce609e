using Grpc.Net.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Events;
using StudySuite.Notifications;
using StudySuite.Notifications.V1;
using StudySuite.Roster;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests;

/// <summary>
/// The service in a county of two units with a supervision office, and another county beside it. Tests of a class share
/// it; each speaks of a subject of its own.
/// </summary>
public class County : IAsyncLifetime
{
    public const string Office = "p-office";
    public const string WeijianOffice = "p-weijian-office";
    public const string PublicityOffice = "p-publicity-office";

    public static readonly string[] Everybody =
    [
        "p-kegong-leader", "p-kegong-secretary", "p-kegong-member", "p-weijian-leader", "p-weijian-secretary",
        "p-weijian-member", "p-elsewhere-leader", "p-elsewhere-secretary", PublicityOffice, Office, WeijianOffice, "p-elsewhere-office", "p-nobody",
    ];

    private int subjects;

    protected virtual Backing Backing => Backing.Sqlite;

    protected virtual (string Key, string Value)[] Settings => [];

    internal ServiceHost<NotificationsDbContext> Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await ServiceHost<NotificationsDbContext>.StartAsync(Backing, Settings);
        await Host.GivenUnitAsync("xinxiang", "新乡县委");
        await Host.GivenUnitAsync("kegong", "县科工局", "xinxiang");
        await Host.GivenUnitAsync("weijian", "县卫健委", "xinxiang");
        await Host.GivenUnitAsync("elsewhere", "外县");
        foreach (var unit in new[] { "kegong", "weijian", "elsewhere" })
        {
            await Host.GivenMemberAsync(unit, $"p-{unit}-leader", "组长", "Leader");
            await Host.GivenMemberAsync(unit, $"p-{unit}-secretary", "秘书", "Secretary");
            await Host.GivenMemberAsync(unit, $"p-{unit}-member", "成员");
        }

        await GivenOfficeAsync(Office, "xinxiang");
        await GivenOfficeAsync(WeijianOffice, "weijian");
        await GivenOfficeAsync(PublicityOffice, "xinxiang", "Publicity");
        await GivenOfficeAsync("p-elsewhere-office", "elsewhere");
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A notice that no other test of the class speaks of.</summary>
    public string NewNotice(string unit = "kegong") =>
        $"units/{unit}/rectificationNotices/n{Interlocked.Increment(ref subjects)}";

    public Task GivenOfficeAsync(string person, string unit, string role = "SupervisionOffice") => Host.WithDbAsync(db =>
        db.ApplyAsync(new GrantChanged($"grants/{person}", person, role, unit, true, 1), CancellationToken.None));

    /// <summary>A second replica: the same database and broker, a process's state of its own.</summary>
    internal async Task<ServiceHost<NotificationsDbContext>> StartReplicaAsync()
    {
        var configuration = Host.Services.GetRequiredService<IConfiguration>();
        string[] shared =
        [
            "Database:Folder", "Database:Provider", "Database:Connection", "Messaging:Transport", "Messaging:Host",
            "Messaging:Port", "Messaging:VirtualHost", "Messaging:User", "Messaging:Password",
        ];
        return await ServiceHost<NotificationsDbContext>.StartAsync(Backing.Sqlite,
        [
            ("Database:MigrateAtStart", "false"),
            .. Settings,
            .. shared.Select(key => (key, configuration[key])).Where(pair => pair.Item2 is not null).Select(pair => (pair.key, pair.Item2!)),
        ]);
    }

    public Task DeliverAsync(IEvent evt) => Host.DeliverAsync(evt);

    /// <summary>Events of different kinds on one subject, for secretary and leader: repeats of a kind would be merged.</summary>
    public static IEvent Step(string notice, int step)
    {
        var unit = notice.Split('/')[1];
        var day = new DateOnly(2023, 12, 18);
        return step switch
        {
            1 => Overdue(notice, 1),
            2 => new RectificationNoticeIssued(notice, unit, "1号", 1, day, day, 2),
            3 => new RectificationReturned(notice, unit, "1号", "", 3, day),
            4 => new RectificationAccepted(notice, unit, "1号", 1, day, day, 4),
            _ => new LookBackPassed(notice, unit, "1号", 1, day, step),
        };
    }

    public GrpcChannel As(string person, params string[] grants) => Host.ChannelAs(person, grants);

    public InboxService.InboxServiceClient InboxOf(string person) => new(As(person));

    /// <summary>What this person's inbox says of the subject.</summary>
    public async Task<List<InboxItem>> ItemsAsync(string person, string subject)
    {
        var inbox = await InboxOf(person).ListInboxItemsAsync(new() { Parent = "people/me", PageSize = 200 });
        return [.. inbox.InboxItems.Where(item => item.Subject == subject)];
    }

    public static RectificationOverdue Overdue(string notice, long version = 3) => new(
        notice, notice.Split('/')[1], "整改〔2023〕1号", new DateOnly(2023, 12, 18), version);

    public static RectificationReported Reported(string notice, long version = 4) => new(
        notice, notice.Split('/')[1], "整改〔2023〕1号", new DateOnly(2023, 12, 20), version);
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
public sealed class CountyOnServers : County
{
    protected override Backing Backing => Backing.Servers;
}
