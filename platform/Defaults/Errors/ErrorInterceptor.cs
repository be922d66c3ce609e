using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Hosting;
using StudySuite.Messaging;
using Status = Google.Rpc.Status;

namespace StudySuite.Defaults.Errors;

/// <summary>
/// Outermost around every RPC: named errors become rich statuses, a database that is away UNAVAILABLE (the call may be
/// sent again, with the same request id), anything else INTERNAL without detail.
/// </summary>
internal sealed partial class ErrorInterceptor<TDb>(
    ServiceInfo<TDb> service, DenialAudit<TDb> denials, ILogger<ErrorInterceptor<TDb>> logger) : Interceptor
    where TDb : DbContext
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            await denials.RecordAsync(error, request as IMessage, context);
            throw ToStatus(error, context).ToRpcException();
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> stream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, stream, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            await denials.RecordAsync(error, request as IMessage, context);
            throw ToStatus(error, context).ToRpcException();
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requests, ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requests, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            await denials.RecordAsync(error, null, context);
            throw ToStatus(error, context).ToRpcException();
        }
    }

    private Status ToStatus(Exception error, ServerCallContext context)
    {
        var culture = context.Culture();
        switch (error)
        {
            case DomainError refused:
                return refused.ToStatus(service.Name, culture);
            case DbUpdateConcurrencyException:
                return CommonErrors.LostRace().ToStatus(service.Name, culture);
            case OperationCanceledException when context.CancellationToken.IsCancellationRequested:
                return new Status { Code = (int)StatusCode.Cancelled, Message = "cancelled" };
            case Exception when Transient.Is(error):
                Log.Unavailable(logger, context.Method, error.GetBaseException().Message);
                return CommonErrors.DatabaseUnavailable().ToStatus(service.Name, culture);
            default:
                var trace = Activity.Current?.TraceId.ToString() ?? "";
                Log.Failed(logger, error, context.Method, trace);
                var info = new ErrorInfo { Reason = "INTERNAL", Domain = $"{service.Name}.studysuite" };
                info.Metadata["trace"] = trace;
                return new Status
                {
                    Code = (int)StatusCode.Internal,
                    Message = ErrorTexts.Sentence(service.Name, "INTERNAL", info.Metadata, culture),
                    Details = { Any.Pack(info) },
                };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Method} failed, trace {Trace}")]
        public static partial void Failed(ILogger logger, Exception error, string method, string trace);

        // Without the stack: while the database is away every call says the same.
        [LoggerMessage(LogLevel.Warning, "{Method} could not reach the database: {Why}")]
        public static partial void Unavailable(ILogger logger, string method, string why);
    }
}
