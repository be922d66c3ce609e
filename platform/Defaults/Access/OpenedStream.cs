using Grpc.Core;

namespace StudySuite.Defaults.Access;

/// <summary>A stream of requests whose first message has been looked at, and is still the first that the handler reads.</summary>
internal sealed class OpenedStream<T> : IAsyncStreamReader<T>
    where T : class
{
    private readonly IAsyncStreamReader<T> rest;
    private readonly bool isEmpty;
    private bool isFirstRead;

    private OpenedStream(IAsyncStreamReader<T> rest, T first, bool isEmpty) =>
        (this.rest, First, this.isEmpty) = (rest, first, isEmpty);

    /// <summary>An empty message when the stream is empty.</summary>
    public T First { get; }

    public T Current => isFirstRead && !IsPastFirst ? First : rest.Current;

    private bool IsPastFirst { get; set; }

    public static async Task<OpenedStream<T>> OpenAsync(IAsyncStreamReader<T> requests, CancellationToken cancellationToken) =>
        await requests.MoveNext(cancellationToken)
            ? new OpenedStream<T>(requests, requests.Current, isEmpty: false)
            : new OpenedStream<T>(requests, Activator.CreateInstance<T>(), isEmpty: true);

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (!isFirstRead)
        {
            isFirstRead = true;
            return !isEmpty;
        }

        IsPastFirst = true;
        return !isEmpty && await rest.MoveNext(cancellationToken);
    }
}
