using Grpc.Core;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Campaigns;

public class ObservationCampaignServiceTests : IAsyncLifetime
{
    private County county = null!;

    protected virtual Backing Backing => Backing.Sqlite;

    public async ValueTask InitializeAsync() => county = await County.OpenAsync(Backing);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await county.DisposeAsync();
    }

    [Fact]
    public async Task StartObservationCampaign_AfterTheTraining_PlansASitInForEveryUnit()
    {
        var campaign = await CreateAsync(Campaign());
        var untrained = await Refusal.OfAsync(county.Publicity.Campaigns.StartObservationCampaignAsync(new() { Name = campaign.Name }));
        await county.Publicity.Campaigns.RecordTrainingAsync(new()
        {
            Name = campaign.Name, Training = new() { HeldOn = "2023-03-01", Note = "学习旁听要点和访谈提纲" },
        });

        var started = await county.Publicity.Campaigns.StartObservationCampaignAsync(new() { Name = campaign.Name });
        var planned = await county.Publicity.Observations.ListObservationsAsync(new() { Parent = "units/-" });
        var again = await Refusal.OfAsync(county.Publicity.Campaigns.StartObservationCampaignAsync(new() { Name = campaign.Name }));
        var open = await Refusal.OfAsync(county.Publicity.Campaigns.CloseObservationCampaignAsync(new() { Name = campaign.Name }));

        Assert.Equal("TRAINING_MISSING", untrained.Reason);
        Assert.Equal((CampaignState.Running, "people/p-observer"), (started.State, started.Training.Attendees[0]));
        Assert.Equal(2, planned.Observations.Count);
        Assert.All(planned.Observations, observation => Assert.Equal(
            (ObservationState.Planned, campaign.Name, "看研讨质量", "units/xinxiang/formTemplates/default"),
            (observation.State, observation.Campaign, observation.Points, observation.FormTemplate)));
        Assert.Equal(("CAMPAIGN_NOT_DRAFT", "OBSERVATIONS_OPEN"), (again.Reason, open.Reason));
    }

    [Fact]
    public async Task CreateObservationCampaign_ObserverOfTheOwnUnit_NamesTeamAndUnit()
    {
        await county.Host.WithDbAsync(db => StudySuite.Roster.RosterChanges.ApplyAsync(
            db, new StudySuite.Events.GrantChanged("grants/1", "p-clerk", "StudySecretary", "xinxiang-weijian", true, 1), CancellationToken.None));
        var campaign = Campaign();
        campaign.Teams[0].Observers.Add("people/p-member");
        campaign.Teams.Add(new ObserverTeam
        {
            Title = "二组", Observers = { "people/p-clerk" }, Units = { "units/xinxiang-weijian", "units/nowhere" },
        });

        var refused = await Refusal.OfAsync(county.Publicity.Campaigns.CreateObservationCampaignAsync(new()
        {
            Parent = County.Office, ObservationCampaign = campaign,
        }));

        Assert.Equal(
            [
                "observation_campaign.teams[0].units[0] OBSERVER_IS_MEMBER", "observation_campaign.teams[1].units[0] OBSERVER_IS_MEMBER",
                "observation_campaign.teams[1].units[0] UNIT_REPEATED", "observation_campaign.teams[1].units[1] UNIT_NOT_FOUND",
            ],
            refused.Violations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task UpdateObservationCampaign_OfOneField_KeepsTheOthers()
    {
        var campaign = await CreateAsync(Campaign());

        var updated = await county.Publicity.Campaigns.UpdateObservationCampaignAsync(new()
        {
            ObservationCampaign = new() { Name = campaign.Name, Title = "新标题", Etag = campaign.Etag },
            UpdateMask = new() { Paths = { "title" } },
        });
        var stale = await Refusal.OfAsync(county.Publicity.Campaigns.UpdateObservationCampaignAsync(new()
        {
            ObservationCampaign = new() { Name = campaign.Name, Title = "又一个", Etag = campaign.Etag },
        }));
        var foreign = await Refusal.OfAsync(county.Secretary.Campaigns.GetObservationCampaignAsync(new() { Name = campaign.Name }));

        Assert.Equal(("新标题", 1, true), (updated.Title, updated.Teams.Count, updated.From == campaign.From));
        Assert.Equal("ETAG_STALE", stale.Reason);
        Assert.Equal((StatusCode.NotFound, "UNIT_NOT_FOUND"), (foreign.Code, foreign.Reason));
    }

    [Fact]
    public async Task GetCoverageMatrix_OverACycle_TellsWhoIsCoveredAndWhoIsDue()
    {
        await county.GivenRulesAsync(("observe.coverage_cycle_years", "3"));
        await ObserveAsync("2021-05-10");
        var campaign = await CreateAsync(Campaign());

        var matrix = await county.Publicity.Campaigns.GetCoverageMatrixAsync(new() { Parent = County.Office, ToYear = 2023 });
        var now = await county.Publicity.Campaigns.ProposeObservationsAsync(new() { Parent = County.Office, Year = 2023, Campaign = campaign.Name });
        var next = await county.Publicity.Campaigns.ProposeObservationsAsync(new() { Parent = County.Office, Year = 2024 });

        Assert.Equal((2021, 2023, 3, 1), (matrix.FromYear, matrix.ToYear, matrix.CycleYears, matrix.CoveredCount));
        var kegong = matrix.Rows.Single(row => row.Unit == County.Unit);
        Assert.Equal((true, "2024-12-31", "2021-05-10"), (kegong.IsCovered, kegong.DueBy, kegong.LastObservedOn));
        Assert.Equal([1, 0, 0], kegong.Cells.Select(cell => cell.Observations.Count));
        var proposal = Assert.Single(now.Proposals);
        Assert.Equal(("units/xinxiang-weijian", ProposalReason.NeverObserved), (proposal.Unit, proposal.Reason));
        Assert.Equal([1], proposal.Teams);
        Assert.Equal(
            [ProposalReason.NeverObserved, ProposalReason.CycleEnds], next.Proposals.Select(due => due.Reason));
    }

    [Fact]
    public async Task CreateObservation_TwiceInAHalfYear_WarnsAndDoesNotRefuse()
    {
        await ObserveAsync("2023-09-12");

        var second = await county.Publicity.Observations.CreateObservationAsync(new()
        {
            Parent = County.Unit,
            Observation = new() { Organiser = County.Office, Observers = { "people/p-observer" }, AnnouncedOn = "2023-11-01" },
        });
        var asUnit = await county.Secretary.Observations.GetObservationAsync(new() { Name = second.Name });

        Assert.Equal(ObservationWarningKind.SameHalfYear, Assert.Single(second.Warnings).Kind);
        Assert.Empty(asUnit.Warnings);
    }

    private static ObservationCampaign Campaign() => new()
    {
        Title = "2023年巡听旁听",
        From = "2023-04-01",
        To = "2023-11-30",
        Points = "看研讨质量",
        InterviewOutline = "谈学习安排",
        Teams =
        {
            new ObserverTeam
            {
                Title = "一组", Observers = { "people/p-observer" }, Units = { County.Unit, "units/xinxiang-weijian" },
            },
        },
    };

    private async Task<ObservationCampaign> CreateAsync(ObservationCampaign campaign) =>
        await county.Publicity.Campaigns.CreateObservationCampaignAsync(new() { Parent = County.Office, ObservationCampaign = campaign });

    private async Task ObserveAsync(string on)
    {
        var day = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);
        var announced = day.AddDays(-14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var observation = await county.Publicity.Observations.CreateObservationAsync(new()
        {
            Parent = County.Unit,
            Observation = new() { Organiser = County.Office, Observers = { "people/p-observer" }, AnnouncedOn = announced },
        });
        await county.Secretary.Observations.FixObservationDateAsync(new()
        {
            Name = observation.Name, Session = $"{County.Unit}/sessions/s", DatedFor = on, Place = "会议室", FixedOn = announced,
        });
        await county.Observer.Observations.RecordObservationAsync(new()
        {
            Name = observation.Name, ObservedOn = on, Form = Observations.SitIns.Form(),
        });
    }
}

[Trait("Needs", "Servers")]
public sealed class ObservationCampaignServiceOnServersTests : ObservationCampaignServiceTests
{
    protected override Backing Backing => Backing.Servers;
}
