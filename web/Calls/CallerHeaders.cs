using System.Globalization;
using Grpc.Core;
using Grpc.Core.Interceptors;
using StudySuite.Web.Access;

namespace StudySuite.Web.Calls;

/// <summary>Adds the caller's token, language and a deadline to each call.</summary>
internal sealed class CallerHeaders(Me me, TimeProvider clock) : Interceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = StartAsync();
        return new AsyncUnaryCall<TResponse>(
            AnswerAsync(), HeadersAsync(), () => Status.DefaultSuccess, () => [], () => { });

        async Task<AsyncUnaryCall<TResponse>> StartAsync() =>
            continuation(request, await WithHeadersAsync(context, clock.GetUtcNow() + Patience));

        async Task<TResponse> AnswerAsync() => await (await call);

        async Task<Metadata> HeadersAsync() => await (await call).ResponseHeadersAsync;
    }

    /// <summary>For a stream, whose token must be at hand when it is opened.</summary>
    public async Task<CallOptions> OptionsAsync(CancellationToken cancellationToken)
    {
        var held = await me.LoadAsync(cancellationToken)
            ?? throw new RpcException(new Status(StatusCode.Unauthenticated, ""));
        var said = new Metadata
        {
            { "authorization", $"Bearer {held.Token}" },
            { "accept-language", CultureInfo.CurrentUICulture.Name },
        };
        if (me.Browser is { } address)
        {
            said.Add(Browsers.Header, address);
        }

        return new CallOptions(said, cancellationToken: cancellationToken);
    }

    private async Task<ClientInterceptorContext<TRequest, TResponse>> WithHeadersAsync<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, DateTimeOffset deadline)
        where TRequest : class
        where TResponse : class
    {
        try
        {
            var options = await OptionsAsync(context.Options.CancellationToken);
            return new(context.Method, context.Host, options.WithDeadline(deadline.UtcDateTime));
        }
        catch (HttpRequestException error)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "", error));
        }
    }
}
