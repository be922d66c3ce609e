using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.Templates;
using StudySuite.Supervision.V1;
using FormTemplate = StudySuite.Supervision.Templates.FormTemplate;

namespace StudySuite.Supervision.Observations;

internal sealed partial class ObservationService(
    SupervisionDbContext db, UnitPaths<SupervisionDbContext> units, FormKeeper forms, TimeProvider clock)
    : V1.ObservationService.ObservationServiceBase
{
    public override async Task<V1.Observation> GetObservation(GetObservationRequest request, ServerCallContext context) =>
        await AnswerAsync(await FindAsync(request.Name, context), context);

    public override async Task<ListObservationsResponse> ListObservations(
        ListObservationsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var observations = db.ObservationsSeen(context).AsNoTracking();
        if (request.State != 0)
        {
            var state = (ObservationState)request.State;
            observations = observations.Where(o => o.State == state);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            observations = observations.Where(o => o.Unit.CompareTo(after.Unit) > 0
                || (o.Unit == after.Unit && o.Id.CompareTo(after.Id) > 0));
        }

        var read = await observations.OrderBy(o => o.Unit).ThenBy(o => o.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, o => new PageKey(o.Unit, o.Id));

        var delivered = await db.DeliveredAsync(rows, context.CancellationToken);

        return new ListObservationsResponse
        {
            Observations = { rows.Select(row => ToProto(row, delivered[row.ResourceName], context)) },
            NextPageToken = next,
        };
    }

    private Task<Observation> FindAsync(string name, ServerCallContext context) => db.FindObservationAsync(name, context);

    /// <summary>One that the caller sat in on, or any for the publicity department.</summary>
    private async Task<Observation> FindObservedAsync(string name, ServerCallContext context)
    {
        var observation = await FindAsync(name, context);
        var caller = context.Caller();
        return observation.Observers.Contains(caller.Person) || caller.Has(Role.Publicity, context.Call().UnitPath!)
            ? observation
            : throw ObservationErrors.NotAnObserver(observation);
    }

    private async Task<FormTemplate> TemplateOfAsync(Observation observation, CancellationToken cancellationToken) =>
        await db.FormTemplates.FindAsync(observation.Organiser, observation.FormTemplate, cancellationToken)
        ?? FormTemplate.Shipped(observation.Organiser);

    private sealed record PageKey(string Unit, string Id);
}
