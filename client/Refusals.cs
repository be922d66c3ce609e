using Google.Rpc;
using Grpc.Core;

namespace StudySuite.Client;

public static class Refusals
{
    /// <summary>The stable reason of a refusal, such as <c>PLAN_NOT_FOUND</c>; null when the suite was not
    /// reached.</summary>
    public static string? Reason(this RpcException error) => error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;

    /// <summary>Every wrong field at once, with a sentence for people.</summary>
    public static IReadOnlyList<BadRequest.Types.FieldViolation> Violations(this RpcException error) =>
        error.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations ?? [];
}
