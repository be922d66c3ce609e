using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Checks;

internal sealed partial class CheckService(SupervisionDbContext db, UnitPaths<SupervisionDbContext> units, TimeProvider clock)
    : V1.CheckService.CheckServiceBase
{
    public override async Task<V1.Check> GetCheck(GetCheckRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListChecksResponse> ListChecks(ListChecksRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var checks = Visible(context).AsNoTracking();
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            checks = checks.Where(c => c.Unit.CompareTo(after.Unit) > 0
                || (c.Unit == after.Unit && c.Id.CompareTo(after.Id) > 0));
        }

        var read = await checks.OrderBy(c => c.Unit).ThenBy(c => c.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, c => new PageKey(c.Unit, c.Id));

        return new ListChecksResponse { Checks = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private IQueryable<Check> Visible(ServerCallContext context)
    {
        var own = context.Caller().OwnUnits();
        return db.Checks.VisibleTo(context.Call(), db).Where(c =>
            c.State != CheckState.Draft || c.Source == ProblemSource.SelfCheck || !own.Contains(c.Unit));
    }

    private async Task<Check> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/checks/{check}", name)[1];
        return await Visible(context).SingleOrDefaultAsync(c => c.Id == id, context.CancellationToken)
            ?? throw CheckErrors.NotFound(name);
    }

    /// <summary>A study secretary writes self-checks of the own unit and nothing else.</summary>
    private static void RequireOffice(ProblemSource source, string organiser, ServerCallContext context)
    {
        var call = context.Call();
        if (!call.Caller!.HasAny([Role.Publicity, Role.SupervisionOffice], call.UnitPath!)
            && (source != ProblemSource.SelfCheck || organiser != call.Unit))
        {
            throw CheckErrors.SelfCheckOnly(call.Unit!);
        }
    }

    private static V1.Check ToProto(Check check) => new()
    {
        Name = check.ResourceName,
        Organiser = $"units/{check.Organiser}",
        Source = check.Source,
        Title = check.Content.Title,
        Basis = check.Content.Basis,
        CheckedOn = check.CheckedOn.ToText(),
        Checkers = { check.Content.Checkers },
        Summary = check.Content.Summary,
        Findings =
        {
            check.Content.Findings.Select(finding => new CheckFinding
            {
                Line = finding.Line, Text = finding.Text, Category = finding.Category, RuleReference = finding.RuleReference,
            }),
        },
        State = (V1.CheckState)check.State,
        ConcludedOn = check.ConcludedOn.ToText(),
        Etag = check.Etag,
        CreateTime = check.CreatedAt.ToTimestamp(),
        UpdateTime = check.UpdatedAt.ToTimestamp(),
    };

    private sealed record PageKey(string Unit, string Id);
}
