using Grpc.Core;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Checks;

public class CheckServiceTests : IAsyncLifetime
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
    public async Task CreateProblem_FromAFinding_TakesItOverOnce()
    {
        foreach (var source in Enum.GetValues<ProblemSource>().Except([ProblemSource.Unspecified, ProblemSource.Observation, ProblemSource.SelfCheck]))
        {
            await TakenOverOnceAsync(source);
        }
    }

    [Fact]
    public async Task CreateCheck_BySecretary_OnlyASelfCheckOfTheOwnUnit()
    {
        var other = await Refusal.OfAsync(county.Secretary.Checks.CreateCheckAsync(new()
        {
            Parent = County.Unit, Check = Check(ProblemSource.InspectionTour, County.Unit),
        }));
        var self = await county.Secretary.Checks.CreateCheckAsync(new()
        {
            Parent = County.Unit, Check = Check(ProblemSource.SelfCheck, County.Unit),
        });
        var updated = await county.Secretary.Checks.UpdateCheckAsync(new()
        {
            Check = new() { Name = self.Name, Summary = "已自查", Checkers = { "李某", "王某" } },
            UpdateMask = new() { Paths = { "summary", "checkers" } },
        });

        Assert.Equal((StatusCode.PermissionDenied, "SELF_CHECK_ONLY"), (other.Code, other.Reason));
        Assert.Equal(("已自查", 2, 2), (updated.Summary, updated.Checkers.Count, updated.Findings.Count));
    }

    /// <summary>The county itself was sat in on by the city: recorded as feedback from above, with the same way on.</summary>
    [Fact]
    public async Task CreateCheck_OfASitInFromAbove_LeadsToARectificationOfTheCountysOwnGroup()
    {
        var asked = Check(ProblemSource.SuperiorFeedback);
        asked.Title = "市委宣传部巡听旁听";
        var check = await county.Publicity.Checks.CreateCheckAsync(new() { Parent = County.Office, Check = asked });
        await county.Publicity.Checks.ConcludeCheckAsync(new() { Name = check.Name });

        var problem = await county.Publicity.Problems.CreateProblemAsync(new()
        {
            Parent = County.Office, Problem = new() { Check = check.Name, Line = 1 },
        });
        var notice = await county.Publicity.Notices.CreateRectificationNoticeAsync(new()
        {
            Parent = County.Office,
            RectificationNotice = new()
            {
                Organiser = County.Office, Basis = asked.Title,
                Items = { new RectificationItem { Problem = problem.Name, Requirement = "按月细化" } },
            },
        });

        Assert.Equal((ProblemSource.SuperiorFeedback, check.Name), (problem.Source, problem.Check));
        Assert.Equal(RectificationState.Open, notice.State);
    }

    private async Task TakenOverOnceAsync(ProblemSource source)
    {
        var check = await county.Supervision.Checks.CreateCheckAsync(new() { Parent = County.Unit, Check = Check(source) });
        var hidden = await Refusal.OfAsync(county.Secretary.Checks.GetCheckAsync(new() { Name = check.Name }));
        var early = await Refusal.OfAsync(ProblemAsync(check, 2));
        await county.Supervision.Checks.ConcludeCheckAsync(new() { Name = check.Name });

        var problem = await ProblemAsync(check, 2);
        var again = await Refusal.OfAsync(ProblemAsync(check, 2));
        var none = await Refusal.OfAsync(ProblemAsync(check, 3));
        check.Etag = "";
        var changed = await Refusal.OfAsync(county.Supervision.Checks.UpdateCheckAsync(new() { Check = check }));

        Assert.Equal(("CHECK_NOT_FOUND", "CHECK_NOT_CONCLUDED"), (hidden.Reason, early.Reason));
        Assert.Equal((source, "考勤不全", "学习考勤", "2023-11-02"), (problem.Source, problem.Text, problem.Category, problem.FoundOn));
        Assert.Equal(("PROBLEM_EXISTS", "CHECK_NOT_DRAFT"), (again.Reason, changed.Reason));
        Assert.Equal(["problem.line FORM_LINE_NOT_FOUND"], none.Violations);
        Assert.Equal(CheckState.Concluded, (await county.Secretary.Checks.GetCheckAsync(new() { Name = check.Name })).State);
    }

    private AsyncUnaryCall<Problem> ProblemAsync(Check check, int line) => county.Supervision.Problems.CreateProblemAsync(new()
    {
        Parent = County.Unit, Problem = new() { Check = check.Name, Line = line },
    });

    private static Check Check(ProblemSource source, string organiser = County.Office) => new()
    {
        Organiser = organiser,
        Source = source,
        Title = "学习制度落实情况检查",
        CheckedOn = "2023-11-02",
        Summary = "总体较好",
        Checkers = { "赵某" },
        Findings =
        {
            new CheckFinding { Text = "计划未按月细化", Category = "学习计划" },
            new CheckFinding { Text = "考勤不全", Category = "学习考勤" },
        },
    };
}

[Trait("Needs", "Servers")]
public sealed class CheckServiceOnServersTests : CheckServiceTests
{
    protected override Backing Backing => Backing.Servers;
}
