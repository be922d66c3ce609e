using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace StudySuite.Client;

/// <summary>
/// Adds token and language, and repeats a call when the suite is away for a moment, but only one that takes no second
/// effect.
/// </summary>
internal sealed class SafeRetries(SuiteClientOptions options) : Interceptor
{
    private static readonly string[] Reading = ["Get", "List", "Search"];

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var mayRepeat = Prepare(request as IMessage)
            || Reading.Any(word => context.Method.Name.StartsWith(word, StringComparison.Ordinal));
        var answer = RunAsync(
            () => continuation(request, With(context, InTime(context.Options))).ResponseAsync,
            mayRepeat, context.Options.CancellationToken);
        return new AsyncUnaryCall<TResponse>(
            answer, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, With(context, context.Options));

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(With(context, context.Options));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(With(context, context.Options));

    /// <summary>
    /// Gives a request that has room for it an id of its own; with one, a repeat is answered with the first answer.
    /// </summary>
    private static bool Prepare(IMessage? request)
    {
        if (request?.Descriptor.FindFieldByName("request_id") is not { } field)
        {
            return false;
        }

        if (field.Accessor.GetValue(request) is "")
        {
            field.Accessor.SetValue(request, Guid.CreateVersion7().ToString());
        }

        return true;
    }

    private async Task<T> RunAsync<T>(Func<Task<T>> call, bool isSafe, CancellationToken cancellationToken)
    {
        var pause = options.FirstPause;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (RpcException error) when (error.Status.DebugException is SignInRequiredException ended)
            {
                throw new SignInRequiredException(ended.Error);
            }
            catch (RpcException error) when (tries < options.Tries && MayRepeat(error, isSafe))
            {
                await Task.Delay(pause, cancellationToken);
                pause *= 2;
            }
        }
    }

    // What the door turned away as too many was not begun, whatever it was.
    private static bool MayRepeat(RpcException error, bool isSafe) =>
        (error.StatusCode == StatusCode.Unavailable && isSafe)
        || (error.StatusCode == StatusCode.ResourceExhausted && error.Reason() == "RATE_LIMITED");

    private async Task AddTokenAsync(AuthInterceptorContext context, Metadata headers) => headers.Add(
        "authorization", $"Bearer {await options.Tokens.TokenAsync(context.CancellationToken)}");

    private CallOptions InTime(CallOptions asked) => asked.Deadline is null
        ? asked.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + options.Timeout)
        : asked;

    private ClientInterceptorContext<TRequest, TResponse> With<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, CallOptions asked)
        where TRequest : class
        where TResponse : class
    {
        var headers = new Metadata { { "accept-language", options.Language } };
        foreach (var entry in asked.Headers ?? [])
        {
            headers.Add(entry);
        }

        return new(context.Method, context.Host, asked.WithHeaders(headers).WithCredentials(
            CallCredentials.FromInterceptor(AddTokenAsync)));
    }
}
