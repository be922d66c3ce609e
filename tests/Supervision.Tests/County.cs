using Microsoft.Extensions.Time.Testing;
using StudySuite.Events;
using StudySuite.Roster;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests;

/// <summary>A supervision service in a county with two units, spoken to as the people of it.</summary>
internal sealed class County(ServiceHost<SupervisionDbContext> host) : IAsyncDisposable
{
    public const string Unit = "units/xinxiang-kegong";
    public const string Office = "units/xinxiang";

    public ServiceHost<SupervisionDbContext> Host => host;

    public FakeTimeProvider Clock => host.Clock;

    public Caller Secretary => new(host, "p-secretary", "StudySecretary:/xinxiang/xinxiang-kegong/");

    public Caller Leader => new(host, "p-leader", "GroupLeader:/xinxiang/xinxiang-kegong/");

    public Caller OtherSecretary => new(host, "p-other", "StudySecretary:/xinxiang/xinxiang-weijian/");

    public Caller Publicity => new(host, "p-publicity", "Publicity:/xinxiang/*");

    public Caller Supervision => new(host, "p-supervision", "SupervisionOffice:/xinxiang/*");

    public Caller Observer => new(host, "p-observer", "Observer:/xinxiang/*");

    public static async Task<County> OpenAsync(Backing backing = Backing.Sqlite, params (string Key, string Value)[] settings)
    {
        var host = await ServiceHost<SupervisionDbContext>.StartAsync(backing, settings);
        await host.GivenUnitAsync("xinxiang", "新乡县委");
        await host.GivenUnitAsync("xinxiang-kegong", "县科工局", "xinxiang");
        await host.GivenUnitAsync("xinxiang-weijian", "县卫健委", "xinxiang");
        await host.GivenMemberAsync("xinxiang-kegong", "p-leader", "组长", "Leader");
        await host.GivenMemberAsync("xinxiang-kegong", "p-secretary", "秘书", "Secretary");
        await host.GivenMemberAsync("xinxiang-kegong", "p-member", "成员");
        return new County(host);
    }

    public Task GivenNationalDay2023Async() => host.WithDbAsync(db => db.ApplyAsync(
        new WorkCalendarPublished(
            2023, [.. Enumerable.Range(0, 8).Select(day => new DateOnly(2023, 9, 29).AddDays(day))],
            [new DateOnly(2023, 10, 7), new DateOnly(2023, 10, 8)], 1),
        CancellationToken.None));

    public Task GivenRulesAsync(params (string Key, string Value)[] rules) => host.WithDbAsync(db => db.ApplyAsync(
        new RulebookPublished(
            "rulebooks/7", new DateOnly(2023, 1, 1), rules.ToDictionary(rule => rule.Key, rule => rule.Value), 1),
        CancellationToken.None));

    public async Task<Problem> GivenProblemAsync(string unit = Unit) => await Publicity.Problems.CreateProblemAsync(new()
    {
        Parent = unit,
        Problem = new()
        {
            Source = ProblemSource.SupervisionCheck,
            Organiser = Office,
            Text = "学习记录不完整",
            Category = "学习记录",
            FoundOn = "2023-09-01",
        },
    });

    public async Task<RectificationNotice> GivenOpenNoticeAsync(int items = 2)
    {
        var notice = new RectificationNotice { Organiser = Office, Basis = "9月督导检查" };
        for (var i = 0; i < items; i++)
        {
            notice.Items.Add(new RectificationItem { Problem = (await GivenProblemAsync()).Name, Requirement = "补全记录" });
        }

        return await Publicity.Notices.CreateRectificationNoticeAsync(new() { Parent = Unit, RectificationNotice = notice });
    }

    public async Task<RectificationNotice> GivenIssuedNoticeAsync(string issuedOn = "2023-09-20", int items = 2) =>
        await Publicity.Notices.IssueRectificationNoticeAsync(new()
        {
            Name = (await GivenOpenNoticeAsync(items)).Name, IssuedOn = issuedOn, NumberPrefix = "新督改",
        });

    public async Task<RectificationNotice> GivenNoticeInProgressAsync(string issuedOn = "2023-09-20")
    {
        var notice = await GivenIssuedNoticeAsync(issuedOn);
        await Secretary.Notices.AcknowledgeRectificationNoticeAsync(new() { Name = notice.Name, ReceivedOn = issuedOn });
        await Secretary.Notices.PlanRectificationAsync(Plan(notice, issuedOn));
        return await Secretary.Notices.StartRectificationAsync(new() { Name = notice.Name, StartedOn = issuedOn });
    }

    public async Task<RectificationNotice> GivenReportedNoticeAsync(string reportedOn = "2023-10-10")
    {
        var notice = await GivenNoticeInProgressAsync();
        return await ReportAsync(notice, reportedOn);
    }

    public async Task<RectificationNotice> ReportAsync(RectificationNotice notice, string reportedOn)
    {
        await Secretary.Notices.ReportRectificationAsync(Report(notice));
        return await Leader.Notices.ApproveRectificationReportAsync(new() { Name = notice.Name, ReportedOn = reportedOn });
    }

    public static PlanRectificationRequest Plan(RectificationNotice notice, string plannedOn)
    {
        var request = new PlanRectificationRequest { Name = notice.Name, PlannedOn = plannedOn };
        request.Items.AddRange(notice.Items.Select(item => new ItemPlan
        {
            Item = item.Number,
            Measures = "专人负责",
            ResponsibleLeader = "张某",
            ResponsibleUnit = "办公室",
            ResponsiblePerson = "李某",
            DueOn = "2023-12-31",
        }));
        return request;
    }

    public static ReportRectificationRequest Report(RectificationNotice notice)
    {
        var request = new ReportRectificationRequest { Name = notice.Name, Summary = "已整改", LongTermMechanism = "每月自查" };
        request.Items.AddRange(notice.Items.Select(item => new ItemReport
        {
            Item = item.Number, Status = ItemStatus.Done, Result = "记录已补全", Evidence = { "学习记录复印件" },
        }));
        return request;
    }

    public static RecordLookBackRequest LookBack(RectificationNotice notice, string on, params LookBackFinding[] findings)
    {
        var request = new RecordLookBackRequest
        {
            Name = notice.Name,
            LookBack = new() { CheckedOn = on, Ways = { LookBackWay.Documents }, Conclusion = "查阅了资料" },
        };
        request.LookBack.Results.AddRange(notice.Items.Select((item, index) =>
            new LookBackResult { Item = item.Number, Finding = findings[index] }));
        return request;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}

/// <summary>One person with grants, and the services as that person calls them.</summary>
internal sealed class Caller(ServiceHost<SupervisionDbContext> host, string person, params string[] grants)
{
    private readonly Grpc.Net.Client.GrpcChannel channel = host.ChannelAs(person, grants);

    public ObservationService.ObservationServiceClient Observations => new(channel);

    public ObservationFileService.ObservationFileServiceClient Files => new(channel);

    public EvidenceFileService.EvidenceFileServiceClient Evidence => new(channel);

    public HttpClient Http => host.HttpAs(person, grants);

    public ProblemService.ProblemServiceClient Problems => new(channel);

    public RectificationNoticeService.RectificationNoticeServiceClient Notices => new(channel);

    public ObservationCampaignService.ObservationCampaignServiceClient Campaigns => new(channel);

    public FormTemplateService.FormTemplateServiceClient Templates => new(channel);

    public CheckService.CheckServiceClient Checks => new(channel);

    public ScoreSchemeService.ScoreSchemeServiceClient Schemes => new(channel);

    public PaperService.PaperServiceClient Papers => new(channel);

    public AssessmentService.AssessmentServiceClient Assessments => new(channel);
}
