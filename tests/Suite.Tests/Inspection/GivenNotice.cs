using StudySuite.Demo.Access;
using StudySuite.Supervision.V1;
using Notices = StudySuite.Supervision.V1.RectificationNoticeService.RectificationNoticeServiceClient;

namespace StudySuite.Suite.Tests.Inspection;

/// <summary>A rectification notice of 2024 that begins with a check, brought to where a test begins.</summary>
internal sealed class GivenNotice(Cast cast, string unit, string id)
{
    private readonly string shortName = unit["xinxiang-".Length..];

    public string Parent => $"units/{unit}";

    public string Name => $"{Parent}/rectificationNotices/{id}";

    public Notices As(string user) => new(cast[user].Calls);

    public Notices Secretary => As($"{shortName}-secretary");

    public Notices Leader => As($"{shortName}-leader");

    public async Task IssueAsync()
    {
        var office = cast["supervision"].Calls;
        var check = await new CheckService.CheckServiceClient(office).CreateCheckAsync(new()
        {
            Parent = Parent,
            CheckId = id,
            Check = new()
            {
                Organiser = "units/xinxiang", Source = ProblemSource.SpecialSupervision, Title = "专项督查", CheckedOn = "2024-03-01",
                Summary = "总体较好", Findings = { new CheckFinding { Text = "考勤不全", Category = "学习考勤" } },
            },
        });
        await new CheckService.CheckServiceClient(office).ConcludeCheckAsync(new() { Name = check.Name, ConcludedOn = "2024-03-02" });
        var problem = await new ProblemService.ProblemServiceClient(office).CreateProblemAsync(
            new() { Parent = Parent, Problem = new() { Check = check.Name, Line = 1 } });
        await As("supervision").CreateRectificationNoticeAsync(new()
        {
            Parent = Parent,
            RectificationNoticeId = id,
            RectificationNotice = new()
            {
                Organiser = "units/xinxiang", Basis = "专项督查",
                Items = { new RectificationItem { Problem = problem.Name, Requirement = "补全考勤" } },
            },
        });
        await As("supervision").IssueRectificationNoticeAsync(new() { Name = Name, IssuedOn = "2024-03-04", NumberPrefix = "新督改" });
    }

    public async Task BeginAsync()
    {
        await Secretary.AcknowledgeRectificationNoticeAsync(new() { Name = Name, ReceivedOn = "2024-03-05" });
        await Secretary.PlanRectificationAsync(new()
        {
            Name = Name,
            PlannedOn = "2024-03-06",
            Items =
            {
                new ItemPlan
                {
                    Item = 1, Measures = "专人负责", ResponsibleLeader = "组长", ResponsibleUnit = "办公室", ResponsiblePerson = "秘书",
                    DueOn = "2024-03-20",
                },
            },
        });
        await Secretary.StartRectificationAsync(new() { Name = Name, StartedOn = "2024-03-07" });
    }

    public async Task ReportAsync(params string[] evidence)
    {
        await Secretary.ReportRectificationAsync(new()
        {
            Name = Name,
            Summary = "已整改",
            Items = { new ItemReport { Item = 1, Status = ItemStatus.Done, Result = "已补全", Evidence = { evidence } } },
        });
        await Leader.ApproveRectificationReportAsync(new() { Name = Name, ReportedOn = "2024-03-22" });
    }
}
