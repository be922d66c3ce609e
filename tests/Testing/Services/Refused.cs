using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace StudySuite.Testing;

/// <summary>What a refused call said, for programs: status, stable reason, violations.</summary>
public sealed record Refused(StatusCode Status, string Reason, IReadOnlyList<(string Field, string Reason)> Violations)
{
    /// <summary>Awaits a call that must be refused.</summary>
    public static async Task<Refused> ByAsync<T>(AsyncUnaryCall<T> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await call);
        var status = error.GetRpcStatus();
        var violations = status?.GetDetail<BadRequest>()?.FieldViolations.Select(v => (v.Field, v.Reason)).ToList() ?? [];
        return new Refused(error.StatusCode, status?.GetDetail<ErrorInfo>()?.Reason ?? "", violations);
    }
}
