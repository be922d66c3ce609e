using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Problems;

internal sealed partial class ProblemService(
    SupervisionDbContext db, UnitPaths<SupervisionDbContext> units, TimeProvider clock)
    : V1.ProblemService.ProblemServiceBase
{
    public override async Task<V1.Problem> GetProblem(GetProblemRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/problems/{problem}", request.Name)[1];
        return ToProto(
            await db.Problems.AsNoTracking().VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(p => p.Id == id, context.CancellationToken)
            ?? throw ProblemErrors.NotFound(request.Name));
    }

    public override async Task<ListProblemsResponse> ListProblems(ListProblemsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var problems = db.Problems.AsNoTracking().VisibleTo(context.Call(), db);
        if (request.WithoutNotice)
        {
            problems = problems.Where(p => p.Notice == null);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            problems = problems.Where(p => p.Unit.CompareTo(after.Unit) > 0
                || (p.Unit == after.Unit && p.Id.CompareTo(after.Id) > 0));
        }

        var read = await problems.OrderBy(p => p.Unit).ThenBy(p => p.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, p => new PageKey(p.Unit, p.Id));

        return new ListProblemsResponse { Problems = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private static V1.Problem ToProto(Problem problem) => new()
    {
        Name = problem.ResourceName,
        Source = problem.Source,
        Observation = problem.Observation is null ? "" : $"units/{problem.Unit}/observations/{problem.Observation}",
        Check = problem.Check is null ? "" : $"units/{problem.Unit}/checks/{problem.Check}",
        Line = problem.Line ?? 0,
        Organiser = $"units/{problem.Organiser}",
        Text = problem.Text,
        Category = problem.Category,
        RuleReference = problem.RuleReference,
        FoundOn = problem.FoundOn.ToText(),
        RectificationNotice = problem.Notice is null ? "" : $"units/{problem.Unit}/rectificationNotices/{problem.Notice}",
        Etag = problem.Etag,
        CreateTime = problem.CreatedAt.ToTimestamp(),
    };

    private sealed record PageKey(string Unit, string Id);
}
