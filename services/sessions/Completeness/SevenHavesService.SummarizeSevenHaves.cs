using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Completeness;

internal sealed partial class SevenHavesService
{
    public override async Task<SummarizeSevenHavesResponse> SummarizeSevenHaves(
        SummarizeSevenHavesRequest request, ServerCallContext context)
    {
        new Violations().AddIf(request.Year == 0, "year", "FIELD_REQUIRED").ThrowIfAny();
        var (call, cancellationToken) = (context.Call(), context.CancellationToken);
        var units = await db.UnitViews.AsNoTracking()
            .Where(unit => call.Unit == null || unit.Code == call.Unit).GrantedTo(call)
            .OrderBy(unit => unit.Order).ThenBy(unit => unit.Code).ToListAsync(cancellationToken);
        var found = (await RunAsync(await HeldIn(request.Year, context).ToListAsync(cancellationToken), cancellationToken))
            .ToLookup(one => one.Session.Unit, one => one.Findings);
        var rules = await SevenHavesRules.LoadAsync(db, db.UnitViews.GrantedTo(call), clock.Today(), cancellationToken);
        var sums = units.Select(unit => SumUp($"units/{unit.Code}", unit.Name, [.. found[unit.Code]],
            findings => rules.IsComplete(unit.Code, findings))).ToList();
        var total = SumUp("", "", [.. units.SelectMany(unit => found[unit.Code])], _ => true);
        total.Complete = sums.Sum(unit => unit.Complete);

        return new SummarizeSevenHavesResponse
        {
            Units = { sums },
            Total = total,
        };
    }

    private static SevenHavesSummary SumUp(
        string unit, string name, IReadOnlyList<IReadOnlyList<SevenHavesFinding>> sessions,
        Func<IReadOnlyList<SevenHavesFinding>, bool> isComplete) =>
        new()
        {
            Unit = unit,
            UnitName = name,
            Sessions = sessions.Count,
            Complete = sessions.Count(isComplete),
            Tallies =
            {
                Enum.GetValues<SevenHavesKind>().Where(kind => kind != SevenHavesKind.Unspecified).Select(kind => new SevenHavesTally
                {
                    Kind = kind,
                    Ok = Count(sessions, kind, SevenHavesResult.Ok),
                    Missing = Count(sessions, kind, SevenHavesResult.Missing),
                    NotApplicable = Count(sessions, kind, SevenHavesResult.NotApplicable),
                }),
            },
        };

    private static int Count(
        IReadOnlyList<IReadOnlyList<SevenHavesFinding>> sessions, SevenHavesKind kind, SevenHavesResult result) =>
        sessions.Count(findings => findings.Any(finding => finding.Kind == kind && finding.Result == result));
}
