using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests;

/// <summary>A sessions service in a county with two units, spoken to as the people of it; it is 2023-12-20.</summary>
internal sealed class County(ServiceHost<SessionsDbContext> host) : IAsyncDisposable
{
    public const string Unit = "units/xinxiang-kegong";
    public const string Session = $"{Unit}/sessions/march";
    public const string Other = "units/xinxiang-weijian";

    public ServiceHost<SessionsDbContext> Host => host;

    public Caller Secretary { get; } = new(host, "p-secretary", "StudySecretary:/xinxiang/xinxiang-kegong/", "Member:/xinxiang/xinxiang-kegong/");

    public Caller Leader { get; } = new(host, "p-leader", "GroupLeader:/xinxiang/xinxiang-kegong/", "Member:/xinxiang/xinxiang-kegong/");

    public Caller Wang { get; } = new(host, "p-wang", "Member:/xinxiang/xinxiang-kegong/");

    public Caller Zhao { get; } = new(host, "p-zhao", "Member:/xinxiang/xinxiang-kegong/");

    public Caller OtherSecretary { get; } = new(host, "p-other", "StudySecretary:/xinxiang/xinxiang-weijian/");

    public Caller Publicity { get; } = new(host, "p-publicity", "Publicity:/xinxiang/*");

    public Caller SystemAdmin { get; } = new(host, "p-admin", "SystemAdmin:/xinxiang/*");

    public static async Task<County> OpenAsync(
        Backing backing = Backing.Sqlite, params (string Key, string Value)[] settings)
    {
        var host = await ServiceHost<SessionsDbContext>.StartAsync(backing, settings);
        await host.GivenUnitAsync("xinxiang", "新乡县委");
        await host.GivenUnitAsync("xinxiang-kegong", "县科工局", "xinxiang");
        await host.GivenUnitAsync("xinxiang-weijian", "县卫健委", "xinxiang");
        await host.GivenMemberAsync("xinxiang-kegong", "p-leader", "李组长", "Leader");
        await host.GivenMemberAsync("xinxiang-kegong", "p-secretary", "周秘书", "Secretary");
        await host.GivenMemberAsync("xinxiang-kegong", "p-wang", "王某");
        await host.GivenMemberAsync("xinxiang-kegong", "p-zhao", "赵某");
        await host.GivenMemberAsync("xinxiang-kegong", "p-guest", "客人", kind: "Invited");
        await host.GivenMemberAsync("xinxiang-weijian", "p-other", "孙某", "Secretary");
        return new County(host);
    }

    public static Session Plan(params SessionForm[] forms) => new()
    {
        Topic = "学习贯彻全国两会精神",
        Forms = { forms.Length == 0 ? [SessionForm.Discussion] : forms },
        PlanItem = $"{Unit}/plans/2023/items/03",
        PlannedOn = "2023-03-20",
    };

    public static Scheme Scheme(string session = Session) => new()
    {
        Name = $"{session}/scheme",
        StartTime = Timestamp.FromDateTime(new DateTime(2023, 3, 20, 1, 0, 0, DateTimeKind.Utc)),
        Place = "三楼会议室",
        Chair = "李组长",
        Agenda = { new AgendaItem { Item = "领学", Person = "王某", Minutes = 20 }, new AgendaItem { Item = "研讨" } },
        KeynoteSpeakers = { "王某", "赵某" },
        Materials =
        {
            new Material { Title = "全国两会文件汇编", Kind = MaterialKind.File, Volumes = 15 },
            new Material { Title = "内部参阅材料", Kind = MaterialKind.TitleOnly, Volumes = 5 },
        },
    };

    public static V1.Record Record(string session = Session) => new()
    {
        Name = $"{session}/record",
        Recorder = "周秘书",
        Content = "学习全国两会精神",
        Conclusions = "抓好落实",
        Speeches =
        {
            new Speech { Person = "people/p-wang", Kind = SpeechKind.Keynote, MainPoints = "结合实际" },
            new Speech { DisplayName = "赵某", Kind = SpeechKind.Exchange, MainPoints = "谈体会" },
        },
        Actions = { new ActionItem { What = "走访企业", Owner = "王某", DueOn = "2023-04-30" } },
        PublicityItems = { new PublicityItem { Outlet = "县融媒体", Title = "县科工局开展学习研讨", PublishedOn = "2023-03-21" } },
    };

    public static AttendanceMark Mark(string person, AttendanceStatus status) => new() { Person = $"people/{person}", Status = status };

    /// <summary>The unit's plan of 2023 is passed and has this item.</summary>
    public Task GivenPlanItemAsync(string item, long version = 1) => Host.DeliverAsync(new PlanApproved(
        $"{Unit}/plans/2023", "county-kgj", 2023, new DateOnly(2023, 1, 20), version,
        [new PlannedItem(item, 3, "学习全国两会精神", ["DISCUSSION"], [], [], "")]));

    public async Task<Session> GivenPlannedAsync(string id = "march", params SessionForm[] forms) =>
        await Secretary.Sessions.CreateSessionAsync(new() { Parent = Unit, SessionId = id, Session = Plan(forms) });

    public async Task<Scheme> GivenSubmittedSchemeAsync(string id = "march", params SessionForm[] forms)
    {
        var session = await GivenPlannedAsync(id, forms);
        await Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = Scheme(session.Name) });
        return await Secretary.Schemes.SubmitSchemeAsync(new() { Name = $"{session.Name}/scheme" });
    }

    public async Task<Notice> GivenNotifiedAsync(string id = "march", params SessionForm[] forms)
    {
        var scheme = await GivenSubmittedSchemeAsync(id, forms);
        await Leader.Schemes.ApproveSchemeAsync(new() { Name = scheme.Name, ApprovedOn = "2023-03-10" });
        return await Secretary.Notices.IssueNoticeAsync(
            new() { Name = $"{Unit}/sessions/{id}/notice", IssuedOn = "2023-03-14" });
    }

    public async Task<Session> GivenHeldAsync(string id = "march", params SessionForm[] forms)
    {
        await GivenNotifiedAsync(id, forms);
        return await Secretary.Sessions.HoldSessionAsync(new() { Name = $"{Unit}/sessions/{id}", HeldOn = "2023-03-20" });
    }

    /// <summary>Wang is on leave, Zhao is not marked; the others came.</summary>
    public async Task<Session> GivenRecordedAsync(string id = "march")
    {
        var session = await GivenHeldAsync(id);
        await Secretary.Rolls.MarkAttendanceAsync(new()
        {
            Name = $"{session.Name}/roll",
            Marks =
            {
                Mark("p-leader", AttendanceStatus.Present), Mark("p-secretary", AttendanceStatus.Late),
                Mark("p-wang", AttendanceStatus.Leave), Mark("p-guest", AttendanceStatus.Attending),
            },
        });
        await Secretary.Records.UpdateRecordAsync(new() { Record = Record(session.Name) });
        await Secretary.Records.SubmitRecordAsync(new() { Name = $"{session.Name}/record" });
        return await Secretary.Sessions.GetSessionAsync(new() { Name = session.Name });
    }

    public async Task<Session> GivenCompleteAsync(string id = "march")
    {
        var session = await GivenRecordedAsync(id);
        await Secretary.Records.CheckNotesAsync(new() { Name = $"{session.Name}/record", CheckedOn = "2023-03-25" });
        return await Secretary.Sessions.CompleteSessionAsync(new() { Name = session.Name });
    }

    public async Task<Archive> GivenArchivedAsync(string id = "march") =>
        await Secretary.Archives.ArchiveSessionAsync(new() { Name = (await GivenCompleteAsync(id)).Name, ArchivedOn = "2023-03-30" });

    /// <summary>Folder of the files.</summary>
    public string Folder => host.Services.GetRequiredService<IOptions<Files.FileOptions>>().Value.Folder;

    /// <summary>Every file that lies there, kept or on its way in.</summary>
    public IEnumerable<string> FilesThere => System.IO.Directory.Exists(Folder)
        ? System.IO.Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories) : [];

    /// <summary>Where the blob lies on disk.</summary>
    public string BlobPath(string sha256) => Path.Combine(Folder, "sessions", sha256[..2], sha256);

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
