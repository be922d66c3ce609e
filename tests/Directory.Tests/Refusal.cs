using Google.Rpc;
using Grpc.Core;

namespace StudySuite.Directory.Tests;

/// <summary>Asserts why a call is refused: by the reason, never by the sentence.</summary>
internal static class Refusal
{
    public static async Task AssertAsync<T>(string reason, AsyncUnaryCall<T> call) => Assert.Contains(reason, await OfAsync(call));

    /// <summary>Reasons of the refusal, those of its violations included; empty when the call went through.</summary>
    public static async Task<List<string>> OfAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return [];
        }
        catch (RpcException error)
        {
            var status = error.GetRpcStatus();
            return status is null
                ? [error.StatusCode.ToString()]
                : [status.GetDetail<ErrorInfo>()!.Reason, .. status.GetDetail<BadRequest>()?.FieldViolations.Select(v => v.Reason) ?? []];
        }
    }
}
