using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.EntityFrameworkCore;

namespace StudySuite.Defaults.Requests;

/// <summary>Lets every RPC of one message take effect once per <c>request_id</c>.</summary>
internal sealed class RequestIdInterceptor<TDb>(RequestOnce<TDb> once) : Interceptor
    where TDb : DbContext
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        once.RunAsync(
            context.Method, (IMessage)request, () => continuation(request, context), context.CancellationToken);
}
