using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.Coverage;
using StudySuite.Supervision.V1;
using ObservationState = StudySuite.Supervision.Observations.ObservationState;

namespace StudySuite.Supervision.Campaigns;

internal sealed partial class ObservationCampaignService
{
    public override async Task<CoverageMatrix> GetCoverageMatrix(GetCoverageMatrixRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var toYear = request.ToYear == 0 ? clock.Today().Year : request.ToYear;
        new Violations().Range("to_year", toYear, 1990, 2200).ThrowIfAny();
        var cycle = await db.CycleYearsAsync(toYear, context.CancellationToken);
        var fromYear = request.FromYear == 0 ? toYear - cycle + 1 : request.FromYear;
        new Violations().Range("from_year", fromYear, toYear - 9, toYear).ThrowIfAny();

        var units = await db.CoveredAsync(unit, context.CancellationToken);
        var rows = units.Select(covered => new CoverageRow
        {
            Unit = $"units/{covered.Code}",
            DisplayName = covered.Name,
            Cells =
            {
                Enumerable.Range(fromYear, toYear - fromYear + 1).Select(year => new CoverageCell
                {
                    Year = year, Observations = { covered.SitIns.Where(o => o.On.Year == year).Select(o => o.Name) },
                }),
            },
            LastObservedOn = covered.LastUntil(toYear).ToText(),
            IsCovered = covered.IsCovered(toYear, cycle),
            DueBy = covered.DueBy(toYear, cycle).ToText(),
        }).ToList();

        return new CoverageMatrix
        {
            Unit = request.Parent, FromYear = fromYear, ToYear = toYear, CycleYears = cycle, Rows = { rows },
            CoveredCount = rows.Count(row => row.IsCovered),
        };
    }

    public override async Task<ProposeObservationsResponse> ProposeObservations(
        ProposeObservationsRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var year = request.Year == 0 ? clock.Today().Year : request.Year;
        new Violations().Range("year", year, 1990, 2200).ThrowIfAny();
        var teams = request.Campaign.Length == 0 ? [] : await TeamsOfAsync(unit, request.Campaign, context);
        var cycle = await db.CycleYearsAsync(year, context.CancellationToken);
        var underWay = await db.Observations.Where(o => o.ObservedOn == null && o.State < ObservationState.Observed)
            .Select(o => o.Unit).ToListAsync(context.CancellationToken);

        var due = (await db.CoveredAsync(unit, context.CancellationToken))
            .Where(covered => covered.IsDue(year, cycle) && !underWay.Contains(covered.Code))
            .OrderBy(covered => covered.LastUntil(year) ?? DateOnly.MinValue)
            .ToList();
        var answer = new ProposeObservationsResponse();
        foreach (var covered in due)
        {
            var proposal = new ObservationProposal
            {
                Unit = $"units/{covered.Code}",
                DisplayName = covered.Name,
                Reason = covered.LastUntil(year) is null ? ProposalReason.NeverObserved
                    : covered.DueBy(year, cycle).Year < year ? ProposalReason.Overdue : ProposalReason.CycleEnds,
                LastObservedOn = covered.LastUntil(year).ToText(),
                DueBy = covered.DueBy(year, cycle).ToText(),
            };
            foreach (var team in teams)
            {
                if ((await db.MembersAmongAsync(covered.Code, team.Observers, clock.Today(), context.CancellationToken)).Count == 0)
                {
                    proposal.Teams.Add(team.Number);
                }
            }

            answer.Proposals.Add(proposal);
        }

        return answer;
    }

    private async Task<List<ObserverTeam>> TeamsOfAsync(string unit, string name, ServerCallContext context)
    {
        var id = ResourceName.TryParse("units/{unit}/observationCampaigns/{campaign}", name) is [var owner, var found] && owner == unit
            ? found
            : throw CampaignErrors.NotFound(name);
        var campaign = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(
            c => c.Unit == unit && c.Id == id, context.CancellationToken) ?? throw CampaignErrors.NotFound(name);
        return campaign.Content.Teams;
    }
}
