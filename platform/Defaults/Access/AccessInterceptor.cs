using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Hosting;
using StudySuite.Roster;

namespace StudySuite.Defaults.Access;

/// <summary>Deny by default: runs before every handler and lets through what the service's <see cref="AccessTable"/> opens.</summary>
internal sealed class AccessInterceptor<TDb>(ServiceInfo<TDb> service, UnitPaths<TDb> units, CallContext call)
    : Interceptor
    where TDb : DbContext
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync((IMessage)request, context);
        return await (LongWork.Is<TResponse>(call.Action)
            ? LongWork.RunAsync(() => continuation(request, context))
            : continuation(request, context));
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> stream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync((IMessage)request, context);
        await continuation(request, stream, context);
    }

    /// <summary>A stream says in its first message what it is about.</summary>
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requests, ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var opened = await OpenedStream<TRequest>.OpenAsync(requests, context.CancellationToken);
        await AdmitAsync((IMessage)opened.First, context);
        return await LongWork.RunAsync(() => continuation(opened, context));
    }

    private async Task AdmitAsync(IMessage request, ServerCallContext context)
    {
        var rpc = RpcOf(context.Method);
        call.Action = rpc;
        call.CameFrom(context.GetHttpContext());
        call.Caller = Caller.From(context.GetHttpContext().User);
        if (!service.Access.Rules.TryGetValue(rpc, out var rule))
        {
            throw CommonErrors.RpcNotOpen(rpc);
        }

        if (rule.Scope == AccessScope.Anonymous)
        {
            return;
        }

        var caller = call.Caller ?? throw await CommonErrors.NoCallerAsync(context.GetHttpContext());
        call.Roles = rule.Roles;
        if (rule.Scope == AccessScope.SignedIn)
        {
            return;
        }

        var unit = RequestUnit.Of(request);
        if (unit is null && rule.Scope == AccessScope.OnUnit)
        {
            throw CommonErrors.NameInvalid("name", "", "units/{unit}/...");
        }

        if (unit is null or "-" || rule.Scope == AccessScope.Anywhere)
        {
            if (!caller.HasAnywhere(rule.Roles))
            {
                throw CommonErrors.RoleMissing(rpc);
            }

            return;
        }

        await AdmitToUnitAsync(caller, rule, unit, rpc, context.CancellationToken);
    }

    private async Task AdmitToUnitAsync(
        Caller caller, AccessRule rule, string unit, string rpc, CancellationToken cancellationToken)
    {
        var path = await units.FindAsync(unit, cancellationToken);
        if (path is null || !caller.Sees(path))
        {
            throw CommonErrors.UnitNotFound(unit);
        }

        if (!caller.HasAny(rule.Roles, path))
        {
            throw CommonErrors.RoleMissing(rpc);
        }

        call.Unit = unit;
        call.UnitPath = path;
    }

    /// <summary><c>/studysuite.planning.v1.PlanService/ApprovePlan</c> → <c>PlanService/ApprovePlan</c>.</summary>
    private static string RpcOf(string method)
    {
        var slash = method.LastIndexOf('/');
        var dot = method.LastIndexOf('.', slash);
        return string.Create(CultureInfo.InvariantCulture, $"{method.AsSpan(dot + 1)}");
    }
}
