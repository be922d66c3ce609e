using Grpc.Core;
using StudySuite.Demo.Access;
using StudySuite.Supervision.V1;
using Assessments = StudySuite.Supervision.V1.AssessmentService.AssessmentServiceClient;

namespace StudySuite.Suite.Tests.Inspection;

/// <summary>An assessment through the gateway, by what the other services announced.</summary>
public abstract class AssessmentTests(ISuite suite) : IDisposable
{
    private const string Unit = "units/xinxiang-weijian";
    private readonly string id = $"a-{Guid.CreateVersion7():n}";
    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Assessment_OfTheFirstHalfOf2023_CountsShowsAppealsAndEnds()
    {
        var publicity = new Assessments(cast["publicity"].Calls);
        var leader = new Assessments(cast["weijian-leader"].Calls);
        var scheme = await SchemeAsync();
        var running = await Assert.ThrowsAsync<RpcException>(async () => await publicity.CreateAssessmentAsync(New(scheme, "2100-01-01", "2100-06-30")));
        var name = (await publicity.CreateAssessmentAsync(New(scheme, "2023-01-01", "2023-06-30"))).Name;
        var counted = await publicity.EvaluateAssessmentAsync(new() { Name = name });
        var hidden = await Assert.ThrowsAsync<RpcException>(async () => await leader.GetAssessmentAsync(new() { Name = name }));
        foreach (var line in counted.Items.SelectMany(item => item.Lines).Where(line => line.IsOpen))
        {
            await publicity.ScoreLineByHandAsync(new() { Name = name, Line = line.Key, Count = 0 });
        }

        await publicity.ShowAssessmentAsync(new() { Name = name, ShownOn = "2023-07-10" });
        await leader.AppealAssessmentAsync(new() { Name = name, Line = "group_sessions", Reason = "已补录", AppealedOn = "2023-07-11" });
        var pending = await Assert.ThrowsAsync<RpcException>(async () => await publicity.FinaliseAssessmentAsync(new() { Name = name }));
        await publicity.DecideAppealAsync(new() { Name = name, Line = "group_sessions", Opinion = "不予采纳" });
        var final = await publicity.FinaliseAssessmentAsync(new() { Name = name, FinalisedOn = "2023-07-20" });
        using var rest = await suite.RestAsync(cast["weijian-secretary"]);
        var seen = await rest.JsonAsync($"supervision/v1/{name}");

        Assert.Contains("PERIOD_NOT_OVER", running.Violations(), StringComparison.Ordinal);
        Assert.Equal(("ASSESSMENT_NOT_FOUND", "APPEALS_PENDING"), (hidden.Reason(), pending.Reason()));
        // One session in April: five months of six without one, half a point each.
        var sessions = final.Items[0].Lines.Single(line => line.Key == "group_sessions");
        Assert.Equal((5, "-2.5", AppealDecision.Refused), (sessions.Count, sessions.Result, sessions.Appeal.Decision));
        Assert.Equal(("12.5", AssessmentState.Final), (final.Total, final.State));
        Assert.Equal("12.5", seen.GetProperty("total").GetString());
    }

    private async Task<string> SchemeAsync()
    {
        var schemes = new ScoreSchemeService.ScoreSchemeServiceClient(cast["publicity"].Calls);
        var scheme = await schemes.CreateScoreSchemeAsync(new()
        {
            Parent = "units/xinxiang", ScoreSchemeId = id, Example = "luliang-2015", ScoreScheme = new() { Year = 2023 },
        });
        return (await schemes.PublishScoreSchemeAsync(new() { Name = scheme.Name })).Name;
    }

    private CreateAssessmentRequest New(string scheme, string from, string to) => new()
    {
        Parent = Unit, AssessmentId = id, Assessment = new() { Scheme = scheme, From = from, To = to },
    };
}
