using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Supervision.V1;
using Client = StudySuite.Supervision.V1.ObservationCampaignService.ObservationCampaignServiceClient;

namespace StudySuite.Demo.Flows;

/// <summary>The year's round of sit-ins: its team, the training, the units; closed when all of them are.</summary>
internal sealed class CampaignSteps(Cast cast, IReadOnlyList<DemoUnit> observed)
{
    private readonly Client client = new(cast["publicity"].Calls);

    private static string Name => $"{Units.County.ResourceName}/observationCampaigns/demo-2023";

    public async Task StartAsync()
    {
        await client.CreateObservationCampaignAsync(new CreateObservationCampaignRequest
        {
            Parent = Units.County.ResourceName,
            ObservationCampaignId = "demo-2023",
            ObservationCampaign = new ObservationCampaign
            {
                Title = "2023年理论学习中心组巡听旁听",
                From = "2023-03-01",
                To = "2023-06-30",
                Points = "看制度、看组织、看研讨质量",
                InterviewOutline = "年度计划如何审定？研讨如何联系本单位实际？",
                Teams =
                {
                    new ObserverTeam
                    {
                        Title = "第一旁听组", Observers = { "people/observer" }, Units = { observed.Select(unit => unit.ResourceName) },
                    },
                },
            },
            RequestId = "demo-campaign-create",
        }).UnlessThereAsync();

        if (await StateAsync() == CampaignState.Draft)
        {
            await client.RecordTrainingAsync(new RecordTrainingRequest
            {
                Name = Name,
                Training = new CampaignTraining { HeldOn = "2023-03-20", Note = "学习旁听要点、访谈提纲和反馈表填写要求。" },
                RequestId = "demo-campaign-training",
            });
            await client.StartObservationCampaignAsync(
                new StartObservationCampaignRequest { Name = Name, RequestId = "demo-campaign-start" });
        }
    }

    public async Task CloseAsync()
    {
        if (await StateAsync() == CampaignState.Running)
        {
            await client.CloseObservationCampaignAsync(
                new CloseObservationCampaignRequest { Name = Name, RequestId = "demo-campaign-close" });
        }
    }

    private async Task<CampaignState> StateAsync() =>
        (await client.GetObservationCampaignAsync(new GetObservationCampaignRequest { Name = Name })).State;
}
