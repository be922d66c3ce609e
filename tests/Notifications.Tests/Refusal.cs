using Google.Rpc;
using Grpc.Core;

namespace StudySuite.Notifications.Tests;

internal static class Refusal
{
    /// <summary>The call ends with this status and reason.</summary>
    public static async Task WithAsync(StatusCode code, string reason, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, reason), (error.StatusCode, error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason));
    }

    /// <summary>The call is refused for just these fields, all told at once.</summary>
    public static async Task ForFieldsAsync(Func<Task> call, params string[] fields)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        var told = error.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field);
        Assert.Equal(fields, told);
    }
}
