using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace StudySuite.Web.Parts;

/// <summary>What came back of an upload.</summary>
/// <param name="Status">Of HTTP; 0 when it was stopped.</param>
/// <param name="Text">JSON: the file, or why there is none.</param>
public sealed record UploadAnswer(int Status, string Text)
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true)
        .WithTypeRegistry(TypeRegistry.FromMessages(ErrorInfo.Descriptor, BadRequest.Descriptor, PreconditionFailure.Descriptor)));

    /// <summary>The refusal as if the call had gone by gRPC.</summary>
    internal RpcException ToError()
    {
        try
        {
            return Json.Parse<Google.Rpc.Status>(Text).ToRpcException();
        }
        catch (InvalidProtocolBufferException)
        {
            // Not from a service: a proxy on the way, or no answer at all.
            return new RpcException(new Grpc.Core.Status(Status == 401 ? StatusCode.Unauthenticated : StatusCode.Unavailable, ""));
        }
    }
}
