using Grpc.Core;
using StudySuite.Events;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Assessments;

public class AssessmentServiceTests : IAsyncLifetime
{
    private County county = null!;

    protected virtual Backing Backing => Backing.Sqlite;

    public async ValueTask InitializeAsync() => county = await County.OpenAsync(Backing);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await county.DisposeAsync();
    }

    /// <summary>The published table of 2019, every line of it (DOMAIN §9.1).</summary>
    [Fact]
    public async Task EvaluateAssessment_ByTheEzhouTable_DeductsLineByLine()
    {
        // Collective sessions in January to March and in May; a discussion in February only; no plan; two without a record.
        await HeldAsync(("s1", "2023-01-10", false), ("s2", "2023-02-10", true), ("s3", "2023-03-10", false), ("s5", "2023-05-10", false));
        await county.Host.DeliverAsync(new SessionCompleted($"{County.Unit}/sessions/s1", "xinxiang-kegong", new DateOnly(2023, 1, 10), 2, 2));
        await county.Host.DeliverAsync(new SessionCompleted($"{County.Unit}/sessions/s2", "xinxiang-kegong", new DateOnly(2023, 2, 10), 2, 2));
        var assessment = await EvaluatedAsync("ezhou-2019");

        Assert.Equal(("-1", 1), Line(assessment, "plan"));
        // April and June without a session, the second quarter without a discussion.
        Assert.Equal(("-1.5", 3), Line(assessment, "frequency"));
        Assert.Equal(
            ["2023年4月：集中学习0次，应不少于1次", "2023年6月：集中学习0次，应不少于1次", "2023年第2季度：集体学习研讨0次，应不少于1次"],
            Find(assessment, "frequency").Evidence);
        Assert.Equal(("-1", 2), Line(assessment, "reports"));
        Assert.Equal([$"{County.Unit}/sessions/s3", $"{County.Unit}/sessions/s5"], Find(assessment, "reports").Evidence);
        Assert.All(new[] { "required_content", "publicity_regulations", "books", "included" }, key => Assert.True(Find(assessment, key).IsOpen));
        Assert.Equal(("0.5", "4"), (assessment.Items[0].Score, assessment.Items[0].MaxPoints));

        assessment = await ByHandAsync(assessment, "required_content", 2);
        Assert.Equal(("-1", 2), Line(assessment, "required_content"));
        assessment = await ByHandAsync(assessment, "publicity_regulations", 1);
        Assert.Equal(("-1", 1), Line(assessment, "publicity_regulations"));
        assessment = await ByHandAsync(assessment, "books", 1, "0.75");
        Assert.Equal(("-0.75", 1), Line(assessment, "books"));
        assessment = await ByHandAsync(assessment, "included", 7);
        Assert.Equal(("-5", 7), Line(assessment, "included"));
        // Never below nothing.
        Assert.Equal(("0", "0"), (assessment.Items[0].Score, assessment.Total));
    }

    /// <summary>The published table of 2015, every line of it (DOMAIN §9.2).</summary>
    [Fact]
    public async Task EvaluateAssessment_ByTheLuliangTable_DeductsLineByLine()
    {
        await HeldAsync([.. Enumerable.Range(1, 4).Select(month => ($"s{month}", $"2023-0{month}-10", true))]);
        var assessment = await EvaluatedAsync("luliang-2015");

        Assert.Equal(("-1", 2), Line(assessment, "group_sessions"));
        assessment = await ByHandAsync(assessment, "group_items", 1);
        Assert.Equal(("-0.5", 1), Line(assessment, "group_items"));
        assessment = await ByHandAsync(assessment, "staff_sessions", 3);
        Assert.Equal(("-1.5", 3), Line(assessment, "staff_sessions"));
        assessment = await ByHandAsync(assessment, "staff_items", 0);
        Assert.Equal(("0", 0), Line(assessment, "staff_items"));
        Assert.Equal(["6.5", "5.5"], assessment.Items.Select(item => item.Score));
        Assert.Equal(["8", "7"], assessment.Items.Select(item => item.MaxPoints));
        Assert.Equal("12", assessment.Total);
    }

    [Fact]
    public async Task FinaliseAssessment_AfterAnAppeal_KeepsWhatWasDecided()
    {
        var assessment = await EvaluatedAsync("luliang-2015");
        var hidden = await Refusal.OfAsync(county.Leader.Assessments.GetAssessmentAsync(new() { Name = assessment.Name }));
        var open = await Refusal.OfAsync(county.Publicity.Assessments.ShowAssessmentAsync(new() { Name = assessment.Name }));
        foreach (var key in new[] { "group_items", "staff_sessions", "staff_items" })
        {
            await ByHandAsync(assessment, key, 1);
        }

        await county.Publicity.Assessments.ShowAssessmentAsync(new() { Name = assessment.Name });
        var request = new AppealAssessmentRequest { Name = assessment.Name, Line = "group_items", Reason = "材料已补报" };
        await county.Leader.Assessments.AppealAssessmentAsync(request);
        var twice = await Refusal.OfAsync(county.Leader.Assessments.AppealAssessmentAsync(request));
        var pending = await Refusal.OfAsync(county.Publicity.Assessments.FinaliseAssessmentAsync(new() { Name = assessment.Name }));
        var decision = new DecideAppealRequest { Name = assessment.Name, Line = "group_items", IsAccepted = true, Opinion = "属实" };
        var own = await Refusal.OfAsync(new Caller(county.Host, "p-member", "Publicity:/xinxiang/*").Assessments.DecideAppealAsync(decision));
        var decided = await county.Publicity.Assessments.DecideAppealAsync(decision);
        var final = await county.Publicity.Assessments.FinaliseAssessmentAsync(new() { Name = assessment.Name });
        var late = await Refusal.OfAsync(county.Publicity.Assessments.EvaluateAssessmentAsync(new() { Name = assessment.Name }));

        Assert.Equal(("ASSESSMENT_NOT_FOUND", "LINES_OPEN"), (hidden.Reason, open.Reason));
        Assert.Equal(("APPEAL_EXISTS", "APPEALS_PENDING", "ASSESSOR_IS_OWNER"), (twice.Reason, pending.Reason, own.Reason));
        var line = Find(decided, "group_items");
        Assert.Equal((0, "0", AppealDecision.Accepted, 1, "属实"), (line.Count, line.Result, line.Appeal.Decision, line.Appeal.CountBefore, line.Appeal.Opinion));
        Assert.Equal((AssessmentState.Final, "ASSESSMENT_SHOWN"), (final.State, late.Reason));
        Assert.Single(await county.Host.SentAsync<AssessmentShown>());
        Assert.Single(await county.Host.SentAsync<AssessmentFinalised>());
    }

    [Fact]
    public async Task CreateAssessment_OfWhatIsNotOver_IsRefused()
    {
        var scheme = await SchemeAsync("luliang-2015", "DIRECTORATE");
        var running = await Refusal.OfAsync(CreateAsync(scheme, "2023-07-01", "2023-12-31"));
        var odd = await Refusal.OfAsync(CreateAsync(scheme, "2023-02-01", "2023-06-30"));
        var kind = await Refusal.OfAsync(CreateAsync(scheme, "2023-01-01", "2023-06-30"));
        var foreign = await Refusal.OfAsync(county.Secretary.Assessments.CreateAssessmentAsync(new() { Parent = County.Unit }));

        Assert.Equal(["assessment.to PERIOD_NOT_OVER"], running.Violations);
        Assert.Equal(["assessment.to PERIOD_INVALID"], odd.Violations);
        Assert.Equal((StatusCode.FailedPrecondition, "SCHEME_NOT_FOR_UNIT"), (kind.Code, kind.Reason));
        Assert.Equal("ROLE_MISSING", foreign.Reason);
    }

    [Fact]
    public async Task ScoreLineByHand_WithoutEvidenceOrOutOfRange_IsRefused()
    {
        var assessment = await EvaluatedAsync("ezhou-2019");

        var bare = await Refusal.OfAsync(county.Publicity.Assessments.ScoreLineByHandAsync(new() { Name = assessment.Name, Line = "books", Count = 1 }));
        var much = await Refusal.OfAsync(county.Publicity.Assessments.ScoreLineByHandAsync(new()
        {
            Name = assessment.Name, Line = "books", Count = 1, Points = "1.5", Evidence = { "抽查记录" },
        }));
        var none = await Refusal.OfAsync(county.Publicity.Assessments.ScoreLineByHandAsync(new() { Name = assessment.Name, Line = "nothing" }));

        Assert.Equal(["evidence EVIDENCE_MISSING"], bare.Violations);
        Assert.Equal(["points POINTS_INVALID"], much.Violations);
        Assert.Equal(["line LINE_UNKNOWN"], none.Violations);
    }

    [Fact]
    public async Task EvaluateAssessment_OfAnOwnScheme_EarnsAndGivesByHand()
    {
        await HeldAsync(("s1", "2023-01-10", true), ("s2", "2023-02-10", true));
        var scheme = await county.Publicity.Schemes.CreateScoreSchemeAsync(new() { Parent = County.Office, ScoreScheme = OwnScheme() });
        await county.Publicity.Schemes.PublishScoreSchemeAsync(new() { Name = scheme.Name });
        scheme.Etag = "";
        var changed = await Refusal.OfAsync(county.Publicity.Schemes.UpdateScoreSchemeAsync(new() { ScoreScheme = scheme }));
        var created = await CreateAsync(scheme.Name, "2023-01-01", "2023-06-30");
        var again = await Refusal.OfAsync(CreateAsync(scheme.Name, "2023-01-01", "2023-06-30"));

        var assessment = await county.Publicity.Assessments.EvaluateAssessmentAsync(new() { Name = created.Name });
        assessment = await ByHandAsync(assessment, "quality", 1, "2.5");

        Assert.Equal(("5", "SCHEME_PUBLISHED", "ASSESSMENT_EXISTS"), (scheme.Total, changed.Reason, again.Reason));
        Assert.Equal(("1", 2), Line(assessment, "held"));
        Assert.Equal("3.5", assessment.Total);
    }

    private static ScoreScheme OwnScheme() => new()
    {
        Title = "学习考核",
        Year = 2023,
        Items =
        {
            new ScoreItem
            {
                Key = "study",
                Title = "学习",
                MaxPoints = "5",
                Lines =
                {
                    new ScoreLine
                    {
                        Key = "held", Title = "研讨每次", Method = ScoreMethod.Earn, Points = "0.5", Cap = "2",
                        Indicators = { ScoreIndicator.DiscussionsHeld },
                    },
                    new ScoreLine { Key = "quality", Title = "质量", Method = ScoreMethod.Manual, Points = "3" },
                },
            },
        },
    };

    private async Task HeldAsync(params (string Id, string On, bool IsDiscussion)[] sessions)
    {
        foreach (var (id, on, isDiscussion) in sessions)
        {
            await county.Host.DeliverAsync(new SessionHeld(
                $"{County.Unit}/sessions/{id}", "xinxiang-kegong", "专题", null,
                DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), true, isDiscussion, false, false, false, 0, 1));
        }
    }

    private async Task<string> SchemeAsync(string example, params string[] kinds)
    {
        var scheme = await county.Publicity.Schemes.CreateScoreSchemeAsync(new()
        {
            Parent = County.Office, Example = example, ScoreScheme = new() { Year = 2023, UnitKinds = { kinds } },
        });
        return (await county.Publicity.Schemes.PublishScoreSchemeAsync(new() { Name = scheme.Name })).Name;
    }

    private AsyncUnaryCall<Assessment> CreateAsync(string scheme, string from, string to) =>
        county.Publicity.Assessments.CreateAssessmentAsync(new()
        {
            Parent = County.Unit, Assessment = new() { Scheme = scheme, From = from, To = to },
        });

    private async Task<Assessment> EvaluatedAsync(string example)
    {
        var created = await CreateAsync(await SchemeAsync(example), "2023-01-01", "2023-06-30");
        return await county.Publicity.Assessments.EvaluateAssessmentAsync(new() { Name = created.Name });
    }

    private async Task<Assessment> ByHandAsync(Assessment assessment, string line, int count, string points = "") =>
        await county.Publicity.Assessments.ScoreLineByHandAsync(new()
        {
            Name = assessment.Name, Line = line, Count = count, Points = points, Evidence = { "查记录" },
        });

    private static (string Result, int Count) Line(Assessment assessment, string key) =>
        (Find(assessment, key).Result, Find(assessment, key).Count);

    private static LineScore Find(Assessment assessment, string key) =>
        assessment.Items.SelectMany(item => item.Lines).Single(line => line.Key == key);
}

[Trait("Needs", "Servers")]
public sealed class AssessmentServiceOnServersTests : AssessmentServiceTests
{
    protected override Backing Backing => Backing.Servers;
}
