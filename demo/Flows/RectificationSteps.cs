using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Supervision.V1;
using Client = StudySuite.Supervision.V1.RectificationNoticeService.RectificationNoticeServiceClient;

namespace StudySuite.Demo.Flows;

/// <summary>One rectification notice from the problem to the look-back that passes.</summary>
internal sealed class RectificationSteps(Cast cast, DemoUnit unit)
{
    private readonly Client office = new(cast["supervision"].Calls);
    private readonly Client secretary = new(cast[unit.Secretary].Calls);

    public string Name => $"{unit.ResourceName}/rectificationNotices/demo-2023";

    public async Task IssueAsync()
    {
        var publicity = cast["publicity"].Calls;
        await new ProblemService.ProblemServiceClient(publicity).CreateProblemAsync(new CreateProblemRequest
        {
            Parent = unit.ResourceName,
            ProblemId = "demo-2023",
            Problem = new Problem
            {
                Source = ProblemSource.Observation, Observation = $"{unit.ResourceName}/observations/demo-2023", Line = 1,
            },
            RequestId = Id("problem"),
        }).UnlessThereAsync();
        await new Client(publicity).CreateRectificationNoticeAsync(new CreateRectificationNoticeRequest
        {
            Parent = unit.ResourceName,
            RectificationNoticeId = "demo-2023",
            RectificationNotice = new RectificationNotice
            {
                Organiser = Units.County.ResourceName,
                Basis = "2023年4月巡听旁听反馈意见",
                Requirements = "限期整改并书面报告。",
                Contact = "县委宣传部理论股",
                Items =
                {
                    new RectificationItem { Problem = $"{unit.ResourceName}/problems/demo-2023", Requirement = "补齐研讨发言材料，健全归档责任制。" },
                },
            },
            RequestId = Id("notice"),
        }).UnlessThereAsync();

        var notice = await office.GetRectificationNoticeAsync(new GetRectificationNoticeRequest { Name = Name });
        if (notice.State == RectificationState.Open)
        {
            await new Client(publicity).IssueRectificationNoticeAsync(new IssueRectificationNoticeRequest
            {
                Name = Name, IssuedOn = "2023-04-25", NumberPrefix = "新督改", RequestId = Id("issue"),
            });
        }
    }

    public async Task<bool> IsReportedAsync() =>
        (await office.GetRectificationNoticeAsync(new GetRectificationNoticeRequest { Name = Name })).State >= RectificationState.Reported;

    public async Task PlayAsync()
    {
        while (true)
        {
            var notice = await office.GetRectificationNoticeAsync(new GetRectificationNoticeRequest { Name = Name });
            switch (notice.State)
            {
                case RectificationState.Notified:
                    await secretary.AcknowledgeRectificationNoticeAsync(new AcknowledgeRectificationNoticeRequest
                    {
                        Name = Name, ReceivedOn = "2023-04-26", RequestId = Id("receipt"),
                    });
                    await PlanAsync();
                    break;
                case RectificationState.Planned:
                    await secretary.StartRectificationAsync(new StartRectificationRequest
                    {
                        Name = Name, StartedOn = "2023-05-04", RequestId = Id("start"),
                    });
                    break;
                case RectificationState.InProgress or RectificationState.Returned:
                    await ReportAsync();
                    break;
                case RectificationState.Reported:
                    await office.AcceptRectificationReportAsync(new AcceptRectificationReportRequest
                    {
                        Name = Name, Opinion = "整改到位，同意销号。", AcceptedOn = "2023-06-05", RequestId = Id("accept"),
                    });
                    break;
                case RectificationState.Accepted or RectificationState.LookBackDue:
                    await LookBackAsync();
                    break;
                default:
                    return;
            }
        }
    }

    private async Task PlanAsync() => await secretary.PlanRectificationAsync(new PlanRectificationRequest
    {
        Name = Name,
        PlannedOn = "2023-04-28",
        Items =
        {
            new ItemPlan
            {
                Item = 1, Measures = "逐次补齐研讨发言材料，明确专人归档。", ResponsibleLeader = "组长（演示）", ResponsibleUnit = "办公室",
                ResponsiblePerson = "学习秘书（演示）", DueOn = "2023-05-12",
            },
        },
        RequestId = Id("plan"),
    });

    private async Task ReportAsync()
    {
        await secretary.ReportRectificationAsync(new ReportRectificationRequest
        {
            Name = Name,
            Summary = "问题已整改完成。",
            LongTermMechanism = "建立一学一档制度。",
            Items = { new ItemReport { Item = 1, Status = ItemStatus.Done, Result = "已补齐全部研讨发言材料。", Evidence = { "补齐后的学习档案目录" } } },
            RequestId = Id("report"),
        });
        await new Client(cast[unit.Leader].Calls).ApproveRectificationReportAsync(new ApproveRectificationReportRequest
        {
            Name = Name, ReportedOn = "2023-05-31", RequestId = Id("leader"),
        });
    }

    private async Task LookBackAsync() => await office.RecordLookBackAsync(new RecordLookBackRequest
    {
        Name = Name,
        LookBack = new LookBack
        {
            CheckedOn = "2023-08-10",
            Ways = { LookBackWay.Documents, LookBackWay.Talk },
            People = { "督查室干部（演示）" },
            Results = { new LookBackResult { Item = 1, Finding = LookBackFinding.Rectified, Evidence = "抽查第二季度学习档案齐全" } },
            Conclusion = "整改成效得到巩固。",
        },
        RequestId = Id("look-back"),
    });

    private string Id(string step) => $"demo-rectify-{unit.Short}-{step}";
}
