using Grpc.Core;
using StudySuite.Bulletin.Drafts;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    public override async Task<ListCommonProblemsResponse> ListCommonProblems(
        ListCommonProblemsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var from = Paging.After<ProblemKey>(request.PageToken)?.Position ?? 0;
        var bulletin = await FindByIdAsync(
            ResourceName.Parse(Pattern, request.Parent, "parent")[1], request.Parent, context);
        var units = await db.LoadUnitsAsync(bulletin.Unit, true, bulletin.StartDate, context.CancellationToken);

        var groups = await CommonProblems.ReadAsync(
            db, [.. units.Select(unit => unit.Code)], bulletin.Period, context.CancellationToken);
        var (rows, next) = Paging.Cut(
            groups.Skip(from).Take(size + 1).ToList(), size, _ => new ProblemKey(from + size));

        return new ListCommonProblemsResponse
        {
            CommonProblems = { rows.Select(group => new CommonProblem
            {
                Category = group.Category,
                Count = group.Count,
                UnitCount = group.UnitCount,
                Examples = { group.Examples.Select(one => new ProblemExample
                {
                    Problem = one.Source, UnitName = one.UnitName, Text = one.Text,
                }) },
            }) },
            NextPageToken = next,
        };
    }

    private sealed record ProblemKey(int Position);
}
