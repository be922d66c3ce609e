using Google.Rpc;
using Grpc.Core;

namespace StudySuite.Sessions.Tests;

/// <summary>How a call was refused: status, reason, and for a wrong request every violation as <c>field REASON</c>.</summary>
internal sealed record Refusal(StatusCode Code, string Reason, IReadOnlyList<string> Violations, string Sentence)
{
    public static async Task<Refusal> OfAsync<T>(AsyncUnaryCall<T> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await call);
        var status = error.GetRpcStatus();
        Assert.NotNull(status);
        var fields = status.GetDetail<BadRequest>()?.FieldViolations ?? [];
        return new Refusal(
            error.StatusCode, status.GetDetail<ErrorInfo>()!.Reason, [.. fields.Select(f => $"{f.Field} {f.Reason}")],
            status.Message);
    }
}
