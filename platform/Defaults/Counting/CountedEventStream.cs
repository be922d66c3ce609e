using Grpc.Core;
using StudySuite.Tally.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;

namespace StudySuite.Defaults.Counting;

/// <summary>A record with the events that count, as its service would announce them now.</summary>
/// <param name="Unit">First half of the key by which its kind is read in order.</param>
/// <param name="Id">Second half.</param>
public sealed record CountedRecord(string Unit, string Id, params IEvent[] Events);

/// <summary>Reads the records of one kind that follow the key, in its order.</summary>
/// <returns>As many as asked for, fewer only at the end.</returns>
public delegate Task<List<CountedRecord>> CountedKind(string unit, string id, int size, CancellationToken cancellationToken);

/// <summary>Sends all that counts in a service, kind by kind, holding no more than a page of it.</summary>
public static class CountedEventStream
{
    public static async Task SendAsync(
        ListCountedEventsRequest request, IServerStreamWriter<ListCountedEventsResponse> pages, ServerCallContext context,
        params IReadOnlyList<CountedKind> kinds)
    {
        var size = Paging.Size(request.PageSize == 0 ? Paging.MaxSize : request.PageSize);
        var at = Paging.After<Place>(request.PageToken) ?? new Place(0, "", "");
        if (at.Kind < 0 || at.Kind >= kinds.Count)
        {
            throw CommonErrors.PageTokenInvalid();
        }

        while (at.Kind < kinds.Count)
        {
            var records = await kinds[at.Kind](at.Unit, at.Id, size, context.CancellationToken);
            at = records.Count < size ? new Place(at.Kind + 1, "", "") : at with { Unit = records[^1].Unit, Id = records[^1].Id };
            await pages.WriteAsync(
                new ListCountedEventsResponse
                {
                    CountedEvents = { records.SelectMany(record => record.Events).Select(ToProto) },
                    NextPageToken = at.Kind < kinds.Count ? Paging.Token(at) : "",
                },
                context.CancellationToken);
        }
    }

    private static CountedEvent ToProto(IEvent evt) =>
        new() { Type = EventTypes.NameOf(evt.GetType()), Body = EventJson.Write(evt) };

    private sealed record Place(int Kind, string Unit, string Id);
}
