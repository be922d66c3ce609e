using StudySuite.Events;
using StudySuite.Planning.V1;
using StudySuite.Roster;
using StudySuite.Testing;
using static StudySuite.Planning.V1.PlanCheckService;
using static StudySuite.Planning.V1.ThematicArrangementService;

namespace StudySuite.Planning.Tests.Checks;

public sealed class PlanCheckServiceTests
{
    [Fact]
    public async Task CheckAnnualPlan_WithGaps_CitesTheRuleOfEach()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        await GivenMandatoryTopicAsync(planning);
        var text = PlanningFixture.FullYear();
        text.Items.RemoveAt(4);
        text.Items[0].KeynoteSpeakers.RemoveAt(0);
        foreach (var item in text.Items.Where(item => item.Month is >= 7 and <= 9))
        {
            item.Forms.Clear();
        }

        var plan = await planning.Secretary().CreateAnnualPlanAsync(new() { Parent = PlanningFixture.Unit, Year = 2024, Plan = text });
        planning.MoveTo(new DateOnly(2024, 2, 18));
        var checks = await new PlanCheckServiceClient(planning.AsSecretary()).CheckAnnualPlanAsync(new() { Name = plan.Name });

        Assert.Equal(
            [
                (PlanCheck.EmptyMonth, PlanFindingSeverity.Info, "session.min_per_month", "1", 5, 0, ""),
                (PlanCheck.QuarterWithoutDiscussion, PlanFindingSeverity.Warning, "discussion.min_per_quarter", "1", 0, 3, ""),
                (PlanCheck.NoKeynoteSpeakers, PlanFindingSeverity.Info, "session.keynote_speakers_min", "2", 1, 0, "m01"),
                (PlanCheck.MandatoryTopicNotPlanned, PlanFindingSeverity.Warning, "units/xinxiang/thematicArrangements/y2024/topics/law", "", 0, 0, ""),
                (PlanCheck.NotApprovedByOwnMeeting, PlanFindingSeverity.Warning, "plan.own_meeting", "true", 0, 0, ""),
                (PlanCheck.FiledLate, PlanFindingSeverity.Warning, "plan.file_due", "01-31", 0, 0, ""),
            ],
            checks.Findings.Select(f => (f.Check, f.Severity, f.Rule, f.Value, f.Month, f.Quarter, f.Item)));
        Assert.Equal("rulebooks/default", checks.Rulebook);
        Assert.All(checks.Findings, finding => Assert.NotEmpty(finding.Text));
    }

    [Fact]
    public async Task SubmitAnnualPlan_WithBindingFinding_IsBlockedUntilPlanned()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        await GivenMandatoryTopicAsync(planning);
        await planning.Host.WithDbAsync(db => db.ApplyAsync(
            new RulebookPublished(
                "rulebooks/2", new DateOnly(2023, 1, 1), new Dictionary<string, string> { ["plan.binding_checks"] = "mandatory_topic" }, 1),
            CancellationToken.None));
        var plan = await planning.Secretary().CreateAnnualPlanAsync(
            new() { Parent = PlanningFixture.Unit, Year = 2024, Plan = PlanningFixture.FullYear() });

        var blocked = await Refused.ByAsync(planning.Secretary().SubmitAnnualPlanAsync(new() { Name = plan.Name }));
        var findings = (await new PlanCheckServiceClient(planning.AsSecretary()).CheckAnnualPlanAsync(new() { Name = plan.Name })).Findings;
        plan.Items[0].Topic = "习近平法治思想";
        await planning.Secretary().UpdateAnnualPlanAsync(new() { Plan = plan });
        var submitted = await planning.Secretary().SubmitAnnualPlanAsync(new() { Name = plan.Name });

        Assert.Equal("PLAN_CHECKS_BLOCK", blocked.Reason);
        Assert.Contains(findings, f => f is { Check: PlanCheck.MandatoryTopicNotPlanned, Severity: PlanFindingSeverity.Binding });
        Assert.Equal(PlanState.Submitted, submitted.State);
    }

    private static async Task GivenMandatoryTopicAsync(PlanningFixture planning)
    {
        var office = new ThematicArrangementServiceClient(planning.AsPublicity());
        var arrangement = await office.CreateThematicArrangementAsync(new()
        {
            Parent = "units/xinxiang",
            ThematicArrangementId = "y2024",
            ThematicArrangement = new()
            {
                Year = 2024, Title = "安排意见", Number = "1号",
                Topics = { new ArrangementTopic { Id = "law", Title = "习近平法治思想", StartsOn = "2024-01-01", EndsOn = "2024-03-31", Mandatory = true } },
            },
        });
        await office.IssueThematicArrangementAsync(new() { Name = arrangement.Name });
    }
}
