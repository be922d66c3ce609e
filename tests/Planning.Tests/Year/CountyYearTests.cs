using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Planning.V1;
using StudySuite.Testing;
using static StudySuite.Planning.V1.AnnualPlanService;
using static StudySuite.Planning.V1.AnnualPlanVersionService;
using static StudySuite.Planning.V1.CoverageService;
using static StudySuite.Planning.V1.ThematicArrangementService;
using static StudySuite.Planning.V1.TopicCampaignService;
using static StudySuite.Planning.V1.TopicProposalService;

namespace StudySuite.Planning.Tests.Year;

/// <summary>A county of 130 units: from the call for topics to the coverage of the plans that came of it.</summary>
public class CountyYearTests
{
    private const int Units = 130;
    private const string Arrangement = "units/county/thematicArrangements/y2024";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task County_FromSolicitationToCoverage_SeesEveryUnit()
    {
        await using var host = await ServiceHost<PlanningDbContext>.StartAsync(Backing);
        await host.GivenUnitAsync("county", "新乡县委");
        await host.GivenUnitsAsync("county", [.. Enumerable.Range(0, Units).Select(i => (Code(i), $"单位{i:d3}"))]);

        await SolicitAsync(host);
        await ArrangeAsync(host);
        for (var i = 0; i < Units; i++)
        {
            await PlanAsync(host, i);
        }

        await AmendAsync(host);
        await HoldAsync(host);
        host.Clock.AdjustTime(new DateTimeOffset(2024, 4, 10, 4, 0, 0, TimeSpan.Zero));

        var county = await new CoverageServiceClient(host.Channel("Publicity:/county/*"))
            .GetCountyCoverageAsync(new() { Name = "units/county/countyCoverage/2024" });
        var answer = await host.Http("Publicity:/county/*").GetFromJsonAsync<JsonElement>("/planning/v1/units/county/countyCoverage/2024");
        var unit = await new CoverageServiceClient(host.Channel($"StudySecretary:/county/{Code(7)}/"))
            .GetUnitCoverageAsync(new() { Name = $"units/{Code(7)}/coverage/2024" });

        // Each plan has three topics of the arrangement; unit 3 lost one and won one by its amendment.
        Assert.Equal((Units + 1, 1, Units * 3), (county.Units, county.UnitsWithoutPlan, county.Totals.Planned));
        // January and February were held by all, March by all but ten; unit 7 held February in March.
        Assert.Equal(((Units * 3) - 10, 1, 10), (county.Totals.Held, county.Totals.Moved, county.Totals.Missed));
        Assert.Equal(((Units + 1) * 2, 2 + 1), (county.Totals.Mandatory, county.Totals.MandatoryNotPlanned));
        Assert.Equal(
            ["county", .. Enumerable.Range(0, 10).Select(Code)],
            county.Exceptions.Select(row => row.Unit["units/".Length..]));
        Assert.Contains(ExceptionReason.NoPlan, county.Exceptions[0].Reasons);
        Assert.Equal([ExceptionReason.ItemMissed], county.Exceptions[1].Reasons);
        Assert.Equal(county.Totals.Held, answer.GetProperty("totals").GetProperty("held").GetInt32());
        Assert.Equal(["HELD", "HELD", "MISSED"], unit.Items.Select(item => item.State.ToString().ToUpperInvariant()));
        Assert.True(unit.Items[1].Moved);
    }

    private static async Task SolicitAsync(ServiceHost<PlanningDbContext> host)
    {
        var office = host.Channel("Publicity:/county/*");
        var campaign = await new TopicCampaignServiceClient(office).CreateTopicCampaignAsync(new()
        {
            Parent = "units/county", TopicCampaignId = "y2024", TopicCampaign = new() { Year = 2024, Title = "议题征集", ClosesOn = "2023-12-31" },
        });
        for (var i = 0; i < 6; i++)
        {
            var proposal = await new TopicProposalServiceClient(host.Channel($"StudySecretary:/county/{Code(i)}/")).CreateTopicProposalAsync(
                new() { Parent = $"units/{Code(i)}", TopicProposal = new() { Title = $"议题{i}", Campaign = campaign.Name } });
            await new TopicProposalServiceClient(office).AcceptTopicProposalAsync(new() { Name = proposal.Name });
        }

        Assert.Equal(Units + 1, Assert.Single(await host.SentAsync<TopicCampaignOpened>()).Recipients.Count);
    }

    private static async Task ArrangeAsync(ServiceHost<PlanningDbContext> host)
    {
        var office = new ThematicArrangementServiceClient(host.Channel("Publicity:/county/*"));
        await office.CreateThematicArrangementAsync(new()
        {
            Parent = "units/county",
            ThematicArrangementId = "y2024",
            ThematicArrangement = new()
            {
                Year = 2024,
                Title = "分专题集体学习安排意见",
                Number = "新宣发〔2023〕9号",
                Topics =
                {
                    Enumerable.Range(1, 3).Select(month => new ArrangementTopic
                    {
                        Id = $"t{month}", Title = $"议题{month}", StartsOn = $"2024-{month:d2}-01", EndsOn = "2024-12-31", Mandatory = month < 3,
                    }),
                },
            },
        });
        await office.IssueThematicArrangementAsync(new() { Name = Arrangement });
        Assert.Equal(Units + 1, Assert.Single(await host.SentAsync<ArrangementIssued>()).Recipients.Count);
    }

    private static async Task PlanAsync(ServiceHost<PlanningDbContext> host, int i)
    {
        var (unit, secretary) = ($"units/{Code(i)}", new AnnualPlanServiceClient(host.Channel($"StudySecretary:/county/{Code(i)}/")));
        var draft = await secretary.PrefillAnnualPlanAsync(new() { Parent = unit, Year = 2024 });
        var plan = await secretary.CreateAnnualPlanAsync(new() { Parent = unit, Year = 2024, Plan = draft });
        await secretary.SubmitAnnualPlanAsync(new() { Name = plan.Name });
        await new AnnualPlanServiceClient(host.Channel($"GroupLeader:/county/{Code(i)}/")).ApproveAnnualPlanAsync(
            new() { Name = plan.Name, Meeting = "第1次会", ApprovedOn = "2023-12-20" });
        await secretary.FileAnnualPlanAsync(new() { Name = plan.Name });
        await new AnnualPlanServiceClient(host.Channel("Publicity:/county/*")).AcceptAnnualPlanAsync(
            new() { Name = plan.Name, ReceiptNumber = $"{i}号" });
    }

    private static async Task AmendAsync(ServiceHost<PlanningDbContext> host)
    {
        var name = $"units/{Code(3)}/plans/2024";
        var secretary = host.Channel($"StudySecretary:/county/{Code(3)}/");
        var plan = await new AnnualPlanServiceClient(secretary).GetAnnualPlanAsync(new() { Name = name });
        plan.Items[1].Topic = "替换专题";
        plan.Items[1].ArrangementTopic = "";
        await new AnnualPlanVersionServiceClient(secretary).AmendAnnualPlanAsync(new() { Name = name, Plan = plan, Reason = "新要求" });
        await new AnnualPlanVersionServiceClient(host.Channel($"GroupLeader:/county/{Code(3)}/")).ApproveAmendmentAsync(
            new() { Name = name, Meeting = "第2次会", ApprovedOn = "2023-12-20" });
    }

    /// <summary>Sessions' events over the bus: the plan of each, then its holding; some twice, some the wrong way round.</summary>
    private static async Task HoldAsync(ServiceHost<PlanningDbContext> host)
    {
        var events = new List<IEvent>();
        for (var i = 0; i < Units; i++)
        {
            for (var month = 1; month <= 3; month++)
            {
                var (session, item) = ($"units/{Code(i)}/sessions/s{month}", $"units/{Code(i)}/plans/2024/items/{month:d2}");
                var on = new DateOnly(2024, i == 7 && month == 2 ? 3 : month, 12);
                events.Add(new SessionPlanned(session, Code(i), $"议题{month}", item, on, 1));
                if (month < 3 || i >= 10)
                {
                    events.Add(new SessionHeld(session, Code(i), $"议题{month}", item, on, true, true, false, false, false, 0, 5));
                }
            }
        }

        var again = events.Where((_, i) => i % 5 == 0).Reverse();
        await host.WithDbAsync(db =>
        {
            foreach (var evt in events.Concat(again))
            {
                db.Enqueue(evt);
            }

            return Task.CompletedTask;
        });
        var sent = events.Count + again.Count();
        await Wait.UntilAsync(
            async () => await host.ReadAsync(db => db.Set<InboxMessage>().CountAsync(row => row.Consumer == "planning-coverage")) == sent,
            "the sessions' events to be taken in", TimeSpan.FromMinutes(2));
    }

    private static string Code(int i) => $"unit-{i:d3}";
}

[Trait("Needs", "Servers")]
public sealed class CountyYearOnPostgresTests : CountyYearTests
{
    protected override Backing Backing => Backing.Servers;
}
