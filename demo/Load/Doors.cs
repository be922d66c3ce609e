using System.Net;

namespace StudySuite.Demo.Load;

/// <summary>
/// The gateways as a load balancer in front of them sees them: asks each whether it is ready, and sends a call that
/// found no connection to the next.
/// </summary>
internal sealed class Doors : DelegatingHandler
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);
    private readonly IReadOnlyList<Door> doors;
    private readonly CancellationTokenSource closing = new();
    private int turn;

    /// <param name="web">Their ports for pages and REST; at least one.</param>
    /// <param name="grpc">Their ports for gRPC, in the same order.</param>
    public Doors(IReadOnlyList<Uri> web, IReadOnlyList<Uri> grpc)
        : base(new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true, ConnectTimeout = TimeSpan.FromSeconds(5),
        })
    {
        doors = [.. web.Zip(grpc, (pages, calls) => new Door(pages, calls))];
        _ = doors.Count > 1 ? Task.WhenAll(doors.Select(WatchAsync)) : Task.CompletedTask;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var first = (uint)Interlocked.Increment(ref turn);
        var order = doors.Select((_, i) => doors[(int)((first + i) % doors.Count)])
            .OrderBy(door => door.IsReady ? 0 : 1).ToList();
        for (var i = 0; ; i++)
        {
            var port = request.Version == HttpVersion.Version20 ? order[i].Grpc : order[i].Web;
            request.RequestUri = new Uri(port, request.RequestUri!.PathAndQuery);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException error) when (
                error.HttpRequestError == HttpRequestError.ConnectionError && i + 1 < order.Count)
            {
                order[i].IsReady = false;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            closing.Cancel();
            closing.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task WatchAsync(Door door)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var timer = new PeriodicTimer(Every);
        var end = closing.Token;
        try
        {
            while (await timer.WaitForNextTickAsync(end))
            {
                door.IsReady = await IsReadyAsync(http, new Uri(door.Web, "health/ready"), end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, Uri health, CancellationToken end)
    {
        try
        {
            using var answer = await http.GetAsync(health, end);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (
            error is HttpRequestException || (error is TaskCanceledException && !end.IsCancellationRequested))
        {
            return false;
        }
    }

    private sealed record Door(Uri Web, Uri Grpc)
    {
        public volatile bool IsReady = true;
    }
}
