using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace StudySuite.Gateway.Tests;

/// <summary>Reads what came back.</summary>
internal static class Answers
{
    /// <summary>Reason in the JSON form of google.rpc.Status.</summary>
    public static async Task<string?> ReasonAsync(this HttpResponseMessage answer)
    {
        var status = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var detail = status.GetProperty("details")[0];
        Assert.Equal("type.googleapis.com/google.rpc.ErrorInfo", detail.GetProperty("@type").GetString());
        Assert.NotEqual("", status.GetProperty("message").GetString());
        return detail.GetProperty("reason").GetString();
    }

    /// <summary>Reason in the status of a gRPC call.</summary>
    public static string? Reason(this RpcException error) => error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;

    public static Task<Seen?> SeenAsync(this HttpClient client) => client.GetFromJsonAsync<Seen>("/planning/v1/seen");

    public static async Task<string> EchoAsync(this GrpcChannel channel, string text, Metadata? headers = null)
    {
        var call = channel.CreateCallInvoker().AsyncUnaryCall(
            Rpcs.Echo, null, new CallOptions(headers, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20)),
            new StringValue { Value = text });
        return (await call).Value;
    }
}
