using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;

namespace StudySuite.Defaults.Plain;

/// <summary>
/// REST for what JSON transcoding has no form for: files as plain bytes, up and down. The call passes what the RPC of
/// that name passes, the same errors, access table and audit trail, and answers a refusal in the same JSON.
/// </summary>
public static class PlainCall
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default
        .WithFormatDefaultValues(true)
        .WithTypeRegistry(TypeRegistry.FromMessages(ErrorInfo.Descriptor, BadRequest.Descriptor, PreconditionFailure.Descriptor)));

    /// <summary>Bytes up: the body as a stream of requests, as <see cref="BodyReader{TRequest}"/> makes it.</summary>
    /// <param name="method">Full name of the RPC, <c>/package.Service/Method</c>.</param>
    public static Task UploadAsync<TDb, TRequest, TResponse>(
        HttpContext http, string method, IAsyncStreamReader<TRequest> requests,
        ClientStreamingServerMethod<TRequest, TResponse> handler)
        where TDb : DbContext
        where TRequest : class
        where TResponse : class, IMessage => GuardAsync(http, async () =>
        {
            var (errors, access) = Guards<TDb>(http);
            var answer = await errors.ClientStreamingServerHandler(
                requests, new PlainCallContext(http, method),
                (stream, context) => access.ClientStreamingServerHandler(stream, context, handler));
            await WriteAsync(http, StatusCodes.Status200OK, answer);
        });

    /// <summary>Bytes down: the handler writes them to the response itself.</summary>
    /// <param name="method">Full name of the RPC, <c>/package.Service/Method</c>.</param>
    public static Task DownloadAsync<TDb, TRequest>(
        HttpContext http, string method, TRequest request, Func<TRequest, ServerCallContext, Task> handler)
        where TDb : DbContext
        where TRequest : class, IMessage => GuardAsync(http, async () =>
        {
            var (errors, access) = Guards<TDb>(http);
            await errors.UnaryServerHandler(
                request, new PlainCallContext(http, method),
                (asked, context) => access.UnaryServerHandler(asked, context, async (admitted, admission) =>
                {
                    await handler(admitted, admission);
                    return admitted;
                }));
        });

    private static (ErrorInterceptor<TDb> Errors, AccessInterceptor<TDb> Access) Guards<TDb>(HttpContext http)
        where TDb : DbContext =>
        (ActivatorUtilities.CreateInstance<ErrorInterceptor<TDb>>(http.RequestServices),
            ActivatorUtilities.CreateInstance<AccessInterceptor<TDb>>(http.RequestServices));

    private static async Task GuardAsync(HttpContext http, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException refused) when (!http.Response.HasStarted)
        {
            var status = refused.GetRpcStatus()
                ?? new Google.Rpc.Status { Code = (int)refused.StatusCode, Message = refused.Status.Detail };
            http.Response.Headers.Clear();
            await WriteAsync(http, HttpCodeOf(refused.StatusCode), status);
        }
        catch (RpcException)
        {
            // The header has left: only a broken connection tells the client that the rest is missing.
            http.Abort();
        }
    }

    private static async Task WriteAsync(HttpContext http, int code, IMessage message)
    {
        http.Response.StatusCode = code;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(Json.Format(message), http.RequestAborted);
    }

    private static int HttpCodeOf(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.OutOfRange => 400,
        StatusCode.Unauthenticated => 401,
        StatusCode.PermissionDenied => 403,
        StatusCode.NotFound => 404,
        StatusCode.AlreadyExists or StatusCode.Aborted => 409,
        StatusCode.ResourceExhausted => 429,
        StatusCode.Cancelled => 499,
        StatusCode.Unimplemented => 501,
        StatusCode.Unavailable => 503,
        StatusCode.DeadlineExceeded => 504,
        _ => 500,
    };
}
