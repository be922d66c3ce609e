using Google.Rpc;
using Grpc.Core;

namespace StudySuite.Demo.Access;

/// <summary>Steps that may have been taken by an earlier run.</summary>
public static class Outcome
{
    /// <summary>Creates, or leaves what is there.</summary>
    /// <returns>True when it was created now.</returns>
    public static async Task<bool> UnlessThereAsync<T>(this AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return true;
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.AlreadyExists)
        {
            return false;
        }
    }

    /// <summary>The resource, or null when it is not there.</summary>
    public static async Task<T?> OrNullAsync<T>(this AsyncUnaryCall<T> call)
        where T : class
    {
        try
        {
            return await call;
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>What was wrong with the request, field by field; empty for other refusals.</summary>
    public static string Violations(this RpcException error) => string.Join(
        "; ", error.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(v => $"{v.Field} {v.Reason}") ?? []);

    /// <summary>The stable reason of a refusal.</summary>
    public static string Reason(this RpcException error) => error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? error.StatusCode.ToString();
}
