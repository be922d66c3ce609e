using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Tally.V1;
using StudySuite.Defaults.Counting;
using StudySuite.Events;

namespace StudySuite.Supervision.CountedEvents;

/// <summary>What counts of supervision: sit-ins with their feedback, problems, rectification and look-back.</summary>
internal sealed class CountedEventService(SupervisionDbContext db) : V1.CountedEventService.CountedEventServiceBase
{
    public override Task ListCountedEvents(
        ListCountedEventsRequest request, IServerStreamWriter<ListCountedEventsResponse> responseStream,
        ServerCallContext context) => CountedEventStream.SendAsync(
            request, responseStream, context, ObservationsAsync, ProblemsAsync, NoticesAsync);

    private async Task<List<CountedRecord>> ObservationsAsync(
        string unit, string id, int size, CancellationToken cancellationToken)
    {
        var page = await db.Observations.AsNoTracking()
            .Where(one => one.IssuedOn != null)
            .Where(one => one.Unit.CompareTo(unit) > 0 || (one.Unit == unit && one.Id.CompareTo(id) > 0))
            .OrderBy(one => one.Unit).ThenBy(one => one.Id).Take(size).ToListAsync(cancellationToken);
        return [.. page.Select(one => new CountedRecord(one.Unit, one.Id, new ObservationFeedbackIssued(
            one.ResourceName, one.Unit, one.Organiser, one.ObservedOn!.Value, one.Version)))];
    }

    private async Task<List<CountedRecord>> ProblemsAsync(
        string unit, string id, int size, CancellationToken cancellationToken)
    {
        var page = await db.Problems.AsNoTracking()
            .Where(one => one.Unit.CompareTo(unit) > 0 || (one.Unit == unit && one.Id.CompareTo(id) > 0))
            .OrderBy(one => one.Unit).ThenBy(one => one.Id).Take(size).ToListAsync(cancellationToken);
        return [.. page.Select(one => new CountedRecord(
            one.Unit, one.Id, Problems.ProblemService.FoundEvent(one) with { Version = one.Version }))];
    }

    private async Task<List<CountedRecord>> NoticesAsync(
        string unit, string id, int size, CancellationToken cancellationToken)
    {
        var page = await db.Notices.AsNoTracking()
            .Where(one => one.Number != null)
            .Where(one => one.Unit.CompareTo(unit) > 0 || (one.Unit == unit && one.Id.CompareTo(id) > 0))
            .OrderBy(one => one.Unit).ThenBy(one => one.Id).Take(size).ToListAsync(cancellationToken);
        return [.. page.Select(one => new CountedRecord(one.Unit, one.Id, [.. EventsOf(one)]))];
    }

    private static IEnumerable<IEvent> EventsOf(Rectification.RectificationNotice notice)
    {
        var (name, unit, number, last) = (notice.ResourceName, notice.Unit, notice.Number!, notice.LookBacks.LastOrDefault());
        if (notice.AcceptedOn is { } acceptedOn)
        {
            yield return new RectificationAccepted(
                name, unit, number, notice.Items.Count, acceptedOn, notice.LookBackDueOn!.Value, notice.Version);
        }
        else if (last is not null)
        {
            yield return new LookBackFailed(name, unit, number, last.CheckedOn, notice.Version, notice.DueOn!.Value);
        }

        if (notice.State == Rectification.NoticeState.Passed)
        {
            yield return new LookBackPassed(name, unit, number, notice.Items.Count, last!.CheckedOn, notice.Version);
        }
    }
}
