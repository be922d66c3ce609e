using System.Runtime.CompilerServices;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Options;
using StudySuite.Tally.V1;
using StudySuite.Events;

namespace StudySuite.Bulletin.Rebuild;

/// <summary>Reads the other services through gRPC; a stream that breaks goes on after its last page.</summary>
internal sealed class CountedEventSource(IOptions<SourceOptions> options, SystemToken token) : ICountedEventSource
{
    private const int Attempts = 4;

    private delegate AsyncServerStreamingCall<ListCountedEventsResponse> Call(
        CallInvoker calls, ListCountedEventsRequest request, CallOptions options);

    public async IAsyncEnumerable<IEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (string Address, Call Call)[] services =
        [
            (options.Value.Planning, (calls, request, how) =>
                new Planning.V1.CountedEventService.CountedEventServiceClient(calls).ListCountedEvents(request, how)),
            (options.Value.Sessions, (calls, request, how) =>
                new Sessions.V1.CountedEventService.CountedEventServiceClient(calls).ListCountedEvents(request, how)),
            (options.Value.Supervision, (calls, request, how) =>
                new Supervision.V1.CountedEventService.CountedEventServiceClient(calls).ListCountedEvents(request, how)),
        ];
        foreach (var (address, call) in services)
        {
            using var channel = GrpcChannel.ForAddress(address);
            await foreach (var page in PagesAsync(address, channel.CreateCallInvoker(), call, cancellationToken))
            {
                foreach (var counted in page.CountedEvents)
                {
                    if (EventJson.Read(counted.Type, counted.Body) is { } evt)
                    {
                        yield return evt;
                    }
                }
            }
        }
    }

    private async IAsyncEnumerable<ListCountedEventsResponse> PagesAsync(
        string address, CallInvoker calls, Call call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (next, broken) = ("", 0);
        do
        {
            var headers = new Metadata { { "authorization", $"Bearer {await token.GetAsync(cancellationToken)}" } };
            var how = new CallOptions(headers, cancellationToken: cancellationToken);
            using var stream = call(calls, new ListCountedEventsRequest { PageToken = next }, how);
            while (await MoveNextAsync(stream, address, broken, cancellationToken) is { } moved)
            {
                if (!moved)
                {
                    yield break;
                }

                next = stream.ResponseStream.Current.NextPageToken;
                yield return stream.ResponseStream.Current;
            }

            broken++;
        }
        while (true);
    }

    /// <returns>Null when the stream broke and may be tried again.</returns>
    private static async Task<bool?> MoveNextAsync(
        AsyncServerStreamingCall<ListCountedEventsResponse> stream, string address, int broken,
        CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ResponseStream.MoveNext(cancellationToken);
        }
        catch (RpcException error) when (error.StatusCode != StatusCode.Cancelled)
        {
            return error.StatusCode == StatusCode.Unavailable && broken + 1 < Attempts
                ? null
                : throw RebuildErrors.SourceUnavailable($"{address} ({error.StatusCode})");
        }
    }
}
