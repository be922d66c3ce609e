using System.Globalization;
using Grpc.Core;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Planning.V1;

namespace StudySuite.Demo.Flows;

/// <summary>Topics from the units, then each unit's annual plan from draft to accepted filing.</summary>
internal sealed class PlanFlow(Cast cast)
{
    public const int Year = 2023;

    /// <summary>The county's twelve discussion topics, one a month; the themes are those that the source names.</summary>
    public static readonly string[] Topics =
    [
        "党的二十大精神", "习近平法治思想", "全国两会精神", "主题教育：党章党规", "乡村建设", "产业转型", "招商引资",
        "中原农谷建设", "意识形态工作", "化工园区扩区", "企业上市", "年度学习成果转化",
    ];

    private const string Campaign = "demo-2023";

    public async Task RunAsync()
    {
        await SolicitAsync();
        await ArrangeAsync();
        await Task.WhenAll(Units.Below.Prepend(Units.County).Select(PlanAsync));
    }

    /// <summary>The call for topics, open while the proposals come in, then closed.</summary>
    private async Task SolicitAsync()
    {
        var office = new TopicCampaignService.TopicCampaignServiceClient(cast["publicity"].Calls);
        await office.CreateTopicCampaignAsync(new CreateTopicCampaignRequest
        {
            Parent = Units.County.ResourceName,
            TopicCampaignId = Campaign,
            TopicCampaign = new TopicCampaign
            {
                Year = Year,
                Title = "2023年度理论学习议题征集",
                ClosesOn = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
        }).UnlessThereAsync();

        var name = $"{Units.County.ResourceName}/topicCampaigns/{Campaign}";
        var campaign = await office.GetTopicCampaignAsync(new GetTopicCampaignRequest { Name = name });
        if (campaign.State == TopicCampaignState.Open)
        {
            await TopicsAsync(name);
            await office.CloseTopicCampaignAsync(new CloseTopicCampaignRequest { Name = name, RequestId = "demo-campaign-close" });
        }
    }

    /// <summary>The first four topics become binding for all units, a quarter each.</summary>
    private async Task ArrangeAsync()
    {
        var office = new ThematicArrangementService.ThematicArrangementServiceClient(cast["publicity"].Calls);
        await office.CreateThematicArrangementAsync(new CreateThematicArrangementRequest
        {
            Parent = Units.County.ResourceName,
            ThematicArrangementId = Campaign,
            ThematicArrangement = new ThematicArrangement
            {
                Year = Year,
                Title = "2023年党委（党组）理论学习中心组分专题集体学习安排意见",
                Number = "新宣发〔2022〕12号",
                Requirement = "各单位结合实际制定年度学习计划，于1月底前报备。",
                Topics =
                {
                    Topics.Take(4).Select((topic, i) => new ArrangementTopic
                    {
                        Id = $"topic-{i + 1}", Title = topic, MustRead = { $"{topic}学习资料汇编" }, Mandatory = true,
                        StartsOn = $"{Year}-{i + 1:d2}-01", EndsOn = $"{Year}-12-31",
                    }),
                },
            },
            RequestId = "demo-arrangement",
        }).UnlessThereAsync();

        var name = $"{Units.County.ResourceName}/thematicArrangements/{Campaign}";
        var arrangement = await office.GetThematicArrangementAsync(new GetThematicArrangementRequest { Name = name });
        if (arrangement.State == ArrangementState.Draft)
        {
            await office.IssueThematicArrangementAsync(new IssueThematicArrangementRequest
            {
                Name = name, IssuedOn = "2022-12-20", RequestId = "demo-arrangement-issue",
            });
        }
    }

    private async Task TopicsAsync(string campaign)
    {
        var publicity = new TopicProposalService.TopicProposalServiceClient(cast["publicity"].Calls);
        for (var i = 0; i < 4; i++)
        {
            var unit = Units.Below[i];
            var name = $"{unit.ResourceName}/topicProposals/demo-2023";
            await new TopicProposalService.TopicProposalServiceClient(cast[unit.Secretary].Calls).CreateTopicProposalAsync(
                new CreateTopicProposalRequest
                {
                    Parent = unit.ResourceName,
                    TopicProposalId = "demo-2023",
                    TopicProposal = new TopicProposal
                    {
                        Campaign = campaign, Title = Topics[i + 4], Rationale = "结合全县重点工作", SuggestedQuarter = i + 1,
                    },
                    RequestId = $"demo-proposal-{unit.Short}",
                }).UnlessThereAsync();

            var proposal = await publicity.GetTopicProposalAsync(new GetTopicProposalRequest { Name = name });
            if (proposal.State == ProposalState.Proposed)
            {
                await publicity.AcceptTopicProposalAsync(new AcceptTopicProposalRequest
                {
                    Name = name, Answer = "已列入县委中心组学习计划", RequestId = $"demo-proposal-accept-{unit.Short}",
                });
            }
        }
    }

    private async Task PlanAsync(DemoUnit unit)
    {
        var secretary = new AnnualPlanService.AnnualPlanServiceClient(cast[unit.Secretary].Calls);
        await secretary.CreateAnnualPlanAsync(new CreateAnnualPlanRequest
        {
            Parent = unit.ResourceName,
            Year = Year,
            Plan = Draft(unit),
            RequestId = $"demo-plan-{unit.Short}",
        }).UnlessThereAsync();

        var name = $"{unit.ResourceName}/plans/{Year}";
        while (true)
        {
            var plan = await secretary.GetAnnualPlanAsync(new GetAnnualPlanRequest { Name = name });
            if (plan.State is PlanState.Accepted or PlanState.Amended)
            {
                return;
            }

            await StepAsync(unit, plan, secretary);
        }
    }

    private async Task StepAsync(DemoUnit unit, AnnualPlan plan, AnnualPlanService.AnnualPlanServiceClient secretary)
    {
        var id = $"{unit.Short}-{plan.State}".ToLowerInvariant();
        switch (plan.State)
        {
            case PlanState.Draft or PlanState.Returned:
                await secretary.SubmitAnnualPlanAsync(new SubmitAnnualPlanRequest { Name = plan.Name, RequestId = $"demo-plan-{id}" });
                break;
            case PlanState.Submitted:
                await new AnnualPlanService.AnnualPlanServiceClient(cast[unit.Leader].Calls).ApproveAnnualPlanAsync(
                    new ApproveAnnualPlanRequest
                    {
                        Name = plan.Name, Meeting = "2023年第1次党委（党组）会议", ApprovedOn = "2023-01-10", RequestId = $"demo-plan-{id}",
                    });
                break;
            case PlanState.Approved:
                await secretary.FileAnnualPlanAsync(new FileAnnualPlanRequest
                {
                    Name = plan.Name, FiledOn = "2023-01-16", RequestId = $"demo-plan-{id}",
                });
                break;
            case PlanState.Filed:
                await new AnnualPlanService.AnnualPlanServiceClient(cast["publicity"].Calls).AcceptAnnualPlanAsync(
                    new AcceptAnnualPlanRequest
                    {
                        Name = plan.Name, ReceiptNumber = $"新宣备〔2023〕{unit.Short}", RequestId = $"demo-plan-{id}",
                    });
                break;
            default:
                throw new RpcException(new Status(StatusCode.Internal, $"{plan.Name} is {plan.State}"));
        }
    }

    private static AnnualPlan Draft(DemoUnit unit) => new()
    {
        Title = $"{unit.Name}理论学习中心组2023年度学习计划",
        GuidingIdeas = "以学习贯彻党的二十大精神为主线，坚持学以致用、以学促干。",
        Items =
        {
            Topics.Select((topic, i) => new PlanItem
            {
                Id = (i + 1).ToString("d2", CultureInfo.InvariantCulture),
                Month = i + 1,
                Topic = topic,
                Category = "党的路线方针政策和决议",
                Forms = { StudyForm.Discussion },
                Materials = { $"{topic}学习资料汇编" },
                KeynoteSpeakers = { "成员01", "成员02" },
                ResponsibleDepartment = "县委宣传部",
                ConversionGoal = "形成调研课题或工作举措",
            }),
        },
    };
}
