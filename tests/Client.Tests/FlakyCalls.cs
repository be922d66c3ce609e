using Google.Protobuf;
using Grpc.Core;

namespace StudySuite.Client.Tests;

/// <summary>Answers with these refusals first, then well; keeps what it was sent.</summary>
internal sealed class FlakyCalls(params RpcException[] refusals) : CallInvoker
{
    private readonly Queue<RpcException> left = new(refusals);

    public List<IMessage> Sent { get; } = [];

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        // A copy: the request is one object over all tries.
        Sent.Add(((IMessage)request).Descriptor.Parser.ParseFrom(((IMessage)request).ToByteArray()));
        var answer = left.TryDequeue(out var refusal) ? Task.FromException<TResponse>(refusal)
            : Task.FromResult(Activator.CreateInstance<TResponse>());
        return new AsyncUnaryCall<TResponse>(
            answer, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();
}
