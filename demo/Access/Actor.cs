using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace StudySuite.Demo.Access;

/// <summary>One person of the demo at the gateway: logs in when needed and speaks gRPC with the token.</summary>
public sealed class Actor(string userName, Accounts accounts, SignIn signIn, GrpcChannel channel)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly SemaphoreSlim gate = new(1);
    private Tokens? tokens;

    public string UserName => userName;

    /// <summary>For streams, which cannot be repeated by themselves: the caller adds <see cref="HeadersAsync"/>.</summary>
    public CallInvoker Streams => channel.CreateCallInvoker();

    public async Task<Metadata> HeadersAsync() => new() { { "authorization", $"Bearer {await TokenAsync()}" } };

    public CallInvoker Calls => channel.Intercept(new Retrying(this));

    /// <summary>Forgets the token, so that the next call carries roles that were granted since.</summary>
    public void Refresh() => tokens = null;

    public async Task<string> TokenAsync(CancellationToken cancellationToken = default)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (tokens is null || tokens.EndsAt - TimeProvider.System.GetUtcNow() < TimeSpan.FromMinutes(1))
            {
                var password = accounts.PasswordOf(userName) ?? throw new SignInFailed(userName, "no password is kept");
                tokens = await Patiently(() => signIn.WithPasswordAsync(userName, password, null, cancellationToken), cancellationToken);
            }

            return tokens.AccessToken;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Repeats while the gateway or a service is away, as a client on a bad line would.</summary>
    internal static async Task<T> Patiently<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        for (var pause = 100; ; pause = Math.Min(pause * 2, 2000))
        {
            try
            {
                return await call();
            }
            catch (Exception error) when (IsPassing(error) && TimeProvider.System.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(pause, cancellationToken);
            }
        }
    }

    private static bool IsPassing(Exception error) => error switch
    {
        RpcException rpc => rpc.StatusCode is StatusCode.Unavailable or StatusCode.ResourceExhausted or StatusCode.Aborted
            // A unit that was made a moment ago is still on its way to the service that was asked.
            || (rpc.StatusCode == StatusCode.NotFound && rpc.Reason() == "UNIT_NOT_FOUND")
            || (rpc.StatusCode is StatusCode.Internal or StatusCode.Unknown && rpc.Status.DebugException is not null),
        HttpRequestException => true,
        SignInFailed failed => failed.IsPassing,
        _ => false,
    };

    /// <summary>Adds the token and repeats what failed on the way. Requests carry ids, so a repeat takes no second effect.</summary>
    private sealed class Retrying(Actor actor) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var answer = Patiently(
                async () =>
                {
                    var headers = new Metadata { { "authorization", $"Bearer {await actor.TokenAsync()}" } };
                    var options = context.Options.WithHeaders(headers).WithDeadline(
                        TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(60));
                    return await continuation(request, new(context.Method, context.Host, options));
                },
                context.Options.CancellationToken);
            return new AsyncUnaryCall<TResponse>(
                answer, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
        }
    }
}
