using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Supervision.V1;
using Client = StudySuite.Supervision.V1.AssessmentService.AssessmentServiceClient;

namespace StudySuite.Demo.Flows;

/// <summary>The first half-year of one unit, assessed by the published table: counted, scored by hand, appealed, final.</summary>
internal sealed class AssessmentFlow(Cast cast)
{
    private const string Line = "frequency";
    private static readonly DemoUnit Unit = Units.Below[0];
    private readonly Client publicity = new(cast["publicity"].Calls);

    private static string Name => $"{Unit.ResourceName}/assessments/demo-2023-h1";

    public async Task RunAsync()
    {
        var scheme = await PublishedSchemeAsync();
        await publicity.CreateAssessmentAsync(new CreateAssessmentRequest
        {
            Parent = Unit.ResourceName,
            AssessmentId = "demo-2023-h1",
            Assessment = new Assessment { Scheme = scheme, From = "2023-01-01", To = "2023-06-30" },
            RequestId = "demo-assess-create",
        }).UnlessThereAsync();

        while (true)
        {
            var assessment = await publicity.GetAssessmentAsync(new GetAssessmentRequest { Name = Name });
            switch (assessment.State)
            {
                case AssessmentState.Draft:
                    await publicity.EvaluateAssessmentAsync(new EvaluateAssessmentRequest { Name = Name, RequestId = "demo-assess-evaluate" });
                    break;
                case AssessmentState.Evaluated:
                    await ScoreAsync(assessment);
                    await publicity.ShowAssessmentAsync(
                        new ShowAssessmentRequest { Name = Name, ShownOn = "2023-07-10", RequestId = "demo-assess-show" });
                    break;
                case AssessmentState.Shown:
                    await AppealAsync(assessment);
                    break;
                default:
                    return;
            }
        }
    }

    private async Task<string> PublishedSchemeAsync()
    {
        var schemes = new ScoreSchemeService.ScoreSchemeServiceClient(cast["publicity"].Calls);
        var name = $"{Units.County.ResourceName}/scoreSchemes/demo-2023";
        await schemes.CreateScoreSchemeAsync(new CreateScoreSchemeRequest
        {
            Parent = Units.County.ResourceName,
            ScoreSchemeId = "demo-2023",
            Example = "ezhou-2019",
            ScoreScheme = new ScoreScheme { Title = "2023年理论学习中心组学习考核细则（演示）", Year = 2023 },
            RequestId = "demo-scheme-create",
        }).UnlessThereAsync();
        if ((await schemes.GetScoreSchemeAsync(new GetScoreSchemeRequest { Name = name })).State == SchemeState.Draft)
        {
            await schemes.PublishScoreSchemeAsync(new PublishScoreSchemeRequest { Name = name, RequestId = "demo-scheme-publish" });
        }

        return name;
    }

    private async Task ScoreAsync(Assessment assessment)
    {
        foreach (var line in assessment.Items.SelectMany(item => item.Lines).Where(line => line.IsOpen))
        {
            await publicity.ScoreLineByHandAsync(new ScoreLineByHandRequest
            {
                Name = Name, Line = line.Key, Count = 0, Note = "查阅资料，未见问题", RequestId = $"demo-assess-{line.Key}",
            });
        }
    }

    private async Task AppealAsync(Assessment assessment)
    {
        var line = assessment.Items.SelectMany(item => item.Lines).Single(line => line.Key == Line);
        if (line.Appeal is null)
        {
            await new Client(cast[Unit.Leader].Calls).AppealAssessmentAsync(new AppealAssessmentRequest
            {
                Name = Name, Line = Line, Reason = "1月学习已开展，当时未录入系统，附纸质记录。", AppealedOn = "2023-07-12",
                RequestId = "demo-assess-appeal",
            });
        }
        else if (line.Appeal.Decision == AppealDecision.Pending)
        {
            await publicity.DecideAppealAsync(new DecideAppealRequest
            {
                Name = Name, Line = Line, IsAccepted = true, Count = Math.Max(0, line.Count - 1), Opinion = "经核实属实，核减一次。",
                RequestId = "demo-assess-decide",
            });
        }
        else
        {
            await publicity.FinaliseAssessmentAsync(
                new FinaliseAssessmentRequest { Name = Name, FinalisedOn = "2023-07-20", RequestId = "demo-assess-final" });
        }
    }
}
