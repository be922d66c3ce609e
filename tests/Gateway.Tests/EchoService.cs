using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace StudySuite.Gateway.Tests;

/// <summary>A gRPC service under the name of one of planning's, bound by hand, so that the tests need no contract.</summary>
/// <remarks>Virtual, because the binder looks for overrides of a generated class.</remarks>
[BindServiceMethod(typeof(EchoService), nameof(Bind))]
internal class EchoService
{
    public static void Bind(ServiceBinderBase binder, EchoService? service)
    {
        UnaryServerMethod<StringValue, StringValue>? echo = service is null ? null : service.Echo;
        UnaryServerMethod<StringValue, StringValue>? refuse = service is null ? null : service.Refuse;
        ServerStreamingServerMethod<StringValue, StringValue>? count = service is null ? null : service.Count;
        DuplexStreamingServerMethod<StringValue, StringValue>? talk = service is null ? null : service.Talk;
        ServerStreamingServerMethod<StringValue, StringValue>? watch = service is null ? null : service.WatchInbox;
        binder.AddMethod(Rpcs.Echo, echo);
        binder.AddMethod(Rpcs.Refuse, refuse);
        binder.AddMethod(Rpcs.Count, count);
        binder.AddMethod(Rpcs.Talk, talk);
        binder.AddMethod(Rpcs.Watch, watch);
    }

    public virtual Task<StringValue> Echo(StringValue request, ServerCallContext context)
    {
        context.ResponseTrailers.Add("x-echo-trailer", "here");
        var header = context.RequestHeaders.GetValue(request.Value);
        return Task.FromResult(new StringValue { Value = header ?? request.Value });
    }

    public virtual Task<StringValue> Refuse(StringValue request, ServerCallContext context) =>
        throw new RpcException(new Status(StatusCode.FailedPrecondition, request.Value));

    public virtual async Task Count(StringValue request, IServerStreamWriter<StringValue> stream, ServerCallContext context)
    {
        foreach (var word in request.Value.Split(' '))
        {
            await stream.WriteAsync(new StringValue { Value = word });
        }
    }

    /// <summary>Open at once, silent until the caller leaves.</summary>
    public virtual async Task WatchInbox(StringValue request, IServerStreamWriter<StringValue> stream, ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync([]);
        await Task.Delay(Timeout.Infinite, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public virtual async Task Talk(
        IAsyncStreamReader<StringValue> requests, IServerStreamWriter<StringValue> stream, ServerCallContext context)
    {
        await foreach (var word in requests.ReadAllAsync())
        {
            await stream.WriteAsync(word);
        }
    }
}

internal static class Rpcs
{
    public static readonly Method<StringValue, StringValue> Echo = Of(MethodType.Unary, "Echo");
    public static readonly Method<StringValue, StringValue> Refuse = Of(MethodType.Unary, "Refuse");
    public static readonly Method<StringValue, StringValue> Count = Of(MethodType.ServerStreaming, "Count");
    public static readonly Method<StringValue, StringValue> Talk = Of(MethodType.DuplexStreaming, "Talk");

    /// <summary>At the address of the live inbox, whose route has a rule of its own.</summary>
    public static readonly Method<StringValue, StringValue> Watch =
        Of(MethodType.ServerStreaming, "WatchInbox", "studysuite.notifications.v1.InboxService");

    public static readonly Method<StringValue, StringValue> Nowhere =
        Of(MethodType.Unary, "Go", "studysuite.nowhere.v1.NowhereService");

    private static Method<StringValue, StringValue> Of(
        MethodType type, string name, string service = "studysuite.planning.v1.EchoService")
    {
        var marshaller = Marshallers.Create(message => message.ToByteArray(), StringValue.Parser.ParseFrom);
        return new Method<StringValue, StringValue>(type, service, name, marshaller, marshaller);
    }
}
