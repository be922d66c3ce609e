using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace StudySuite.Gateway.Tests;

/// <summary>A gRPC service under the name of one of planning's, bound by hand, so that the tests need no contract.</summary>
[BindServiceMethod(typeof(EchoService), nameof(Bind))]
internal sealed class EchoService
{
    public static readonly Method<StringValue, StringValue> Echo = Of(MethodType.Unary, "Echo");
    public static readonly Method<StringValue, StringValue> Refuse = Of(MethodType.Unary, "Refuse");
    public static readonly Method<StringValue, StringValue> Count = Of(MethodType.ServerStreaming, "Count");
    public static readonly Method<StringValue, StringValue> Talk = Of(MethodType.DuplexStreaming, "Talk");

    public static void Bind(ServiceBinderBase binder, EchoService? service)
    {
        UnaryServerMethod<StringValue, StringValue>? echo = service is null ? null : service.EchoAsync;
        UnaryServerMethod<StringValue, StringValue>? refuse = service is null ? null : service.RefuseAsync;
        ServerStreamingServerMethod<StringValue, StringValue>? count = service is null ? null : service.CountAsync;
        DuplexStreamingServerMethod<StringValue, StringValue>? talk = service is null ? null : service.TalkAsync;
        binder.AddMethod(Echo, echo);
        binder.AddMethod(Refuse, refuse);
        binder.AddMethod(Count, count);
        binder.AddMethod(Talk, talk);
    }

    public Task<StringValue> EchoAsync(StringValue request, ServerCallContext context)
    {
        context.ResponseTrailers.Add("x-echo-trailer", "here");
        var header = context.RequestHeaders.GetValue(request.Value);
        return Task.FromResult(new StringValue { Value = header ?? request.Value });
    }

    public Task<StringValue> RefuseAsync(StringValue request, ServerCallContext context) =>
        throw new RpcException(new Status(StatusCode.FailedPrecondition, request.Value));

    public async Task CountAsync(StringValue request, IServerStreamWriter<StringValue> stream, ServerCallContext context)
    {
        foreach (var word in request.Value.Split(' '))
        {
            await stream.WriteAsync(new StringValue { Value = word });
        }
    }

    public async Task TalkAsync(
        IAsyncStreamReader<StringValue> requests, IServerStreamWriter<StringValue> stream, ServerCallContext context)
    {
        await foreach (var word in requests.ReadAllAsync())
        {
            await stream.WriteAsync(word);
        }
    }

    private static Method<StringValue, StringValue> Of(MethodType type, string name)
    {
        var marshaller = Marshallers.Create(message => message.ToByteArray(), StringValue.Parser.ParseFrom);
        return new Method<StringValue, StringValue>(type, "studysuite.planning.v1.EchoService", name, marshaller, marshaller);
    }
}
