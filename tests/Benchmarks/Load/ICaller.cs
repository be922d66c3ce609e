namespace StudySuite.Benchmarks.Load;

/// <summary>
/// One client with a connection of its own that costs next to nothing itself: what it sends is ready made, and it reads
/// no more of an answer than whether it is good.
/// </summary>
internal interface ICaller : IDisposable
{
    /// <param name="path">Of the REST call, or <c>/package.Service/Method</c>.</param>
    /// <param name="body">JSON, or the message in gRPC's frame; null for GET.</param>
    /// <exception cref="InvalidOperationException">The answer is not good; with its text.</exception>
    Task CallAsync(string path, byte[]? body, string token);
}
