using Grpc.Core;
using StudySuite.Events;
using StudySuite.Supervision.Tests.Observations;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Problems;

public class ProblemServiceTests : IAsyncLifetime
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
    public async Task CreateProblem_FromALine_TakesItOver()
    {
        var observation = await county.GivenApprovedAsync();

        var problem = await county.Publicity.Problems.CreateProblemAsync(FromLine(observation, 2));

        Assert.Equal("发言联系实际不够", problem.Text);
        Assert.Equal("研讨发言", problem.Category);
        Assert.Equal("2023-09-12", problem.FoundOn);
        var found = Assert.Single(await county.Host.SentAsync<ProblemFound>());
        Assert.Equal(("OBSERVATION", "xinxiang", "研讨发言"), (found.Source, found.Organiser, found.Category));
    }

    [Fact]
    public async Task CreateProblem_FromTheSameLineTwice_Exists()
    {
        var observation = await county.GivenApprovedAsync();
        await county.Publicity.Problems.CreateProblemAsync(FromLine(observation, 1));

        var refused = await Refusal.OfAsync(county.Publicity.Problems.CreateProblemAsync(FromLine(observation, 1)));

        Assert.Equal((StatusCode.AlreadyExists, "PROBLEM_EXISTS"), (refused.Code, refused.Reason));
        Assert.Single(await county.Host.SentAsync<ProblemFound>());
    }

    [Fact]
    public async Task CreateProblem_FromAnOpenForm_IsRefused()
    {
        var observation = await county.GivenObservedAsync();

        var refused = await Refusal.OfAsync(county.Publicity.Problems.CreateProblemAsync(FromLine(observation, 1)));

        Assert.Equal("FEEDBACK_NOT_APPROVED", refused.Reason);
    }

    [Fact]
    public async Task CreateProblem_FromALineThatIsNot_NamesTheField()
    {
        var observation = await county.GivenApprovedAsync();

        var refused = await Refusal.OfAsync(county.Publicity.Problems.CreateProblemAsync(FromLine(observation, 3)));

        Assert.Equal(["problem.line FORM_LINE_NOT_FOUND"], refused.Violations);
    }

    [Fact]
    public async Task CreateProblem_FromElsewhere_NeedsItsWords()
    {
        var refused = await Refusal.OfAsync(county.Supervision.Problems.CreateProblemAsync(new()
        {
            Parent = County.Unit, Problem = new() { Source = ProblemSource.InspectionTour, Line = 1 },
        }));

        Assert.Equal(
            [
                "problem.category FIELD_REQUIRED", "problem.found_on FIELD_REQUIRED", "problem.line SOURCE_MISMATCH",
                "problem.organiser FIELD_REQUIRED", "problem.text FIELD_REQUIRED",
            ],
            refused.Violations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CreateProblem_BySecretary_IsDenied()
    {
        var refused = await Refusal.OfAsync(county.Secretary.Problems.CreateProblemAsync(new() { Parent = County.Unit }));

        Assert.Equal("ROLE_MISSING", refused.Reason);
    }

    [Fact]
    public async Task ListProblems_PageByPage_ShowsEachOnce()
    {
        var made = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            made.Add((await county.GivenProblemAsync()).Name);
        }

        var first = await county.Secretary.Problems.ListProblemsAsync(new() { Parent = County.Unit, PageSize = 2 });
        var second = await county.Secretary.Problems.ListProblemsAsync(new()
        {
            Parent = County.Unit, PageSize = 2, PageToken = first.NextPageToken,
        });

        Assert.Equal(made, first.Problems.Concat(second.Problems).Select(problem => problem.Name));
        Assert.Equal("", second.NextPageToken);
    }

    private static CreateProblemRequest FromLine(Observation observation, int line) => new()
    {
        Parent = County.Unit,
        Problem = new() { Source = ProblemSource.Observation, Observation = observation.Name, Line = line },
    };
}

[Trait("Needs", "Servers")]
public sealed class ProblemServiceOnServersTests : ProblemServiceTests
{
    protected override Backing Backing => Backing.Servers;
}
