using System.Globalization;
using System.Resources;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using StudySuite.Defaults.Errors;
using StudySuite.Gateway.Proxy;
using Status = Google.Rpc.Status;

namespace StudySuite.Gateway.Errors;

/// <summary>Everything for which the gateway itself turns a call away.</summary>
/// <param name="Http">Status for REST and pages.</param>
/// <param name="Grpc">Code for gRPC, and <c>code</c> in JSON.</param>
/// <param name="Reason">For programs; its sentence is in the resource files.</param>
internal sealed record Refusal(int Http, StatusCode Grpc, string Reason)
{
    public const string Service = "gateway";

    public static readonly ResourceManager Texts = new("StudySuite.Gateway.Errors.Errors", typeof(Refusal).Assembly);

    public static readonly JsonFormatter Json =
        new(new JsonFormatter.Settings(formatDefaultValues: false, TypeRegistry.FromMessages(ErrorInfo.Descriptor)));

    /// <param name="http">Status that was going to be sent.</param>
    /// <param name="tokenFailure">With 401: why the caller's token was not accepted; null when there was none.</param>
    public static Refusal Of(int http, Exception? tokenFailure) => http switch
    {
        401 => tokenFailure switch
        {
            null => new(401, StatusCode.Unauthenticated, "SIGN_IN_REQUIRED"),
            SecurityTokenExpiredException => new(401, StatusCode.Unauthenticated, "TOKEN_EXPIRED"),
            _ => new(401, StatusCode.Unauthenticated, "TOKEN_INVALID"),
        },
        403 => new(403, StatusCode.PermissionDenied, "CALL_NOT_ALLOWED"),
        404 or 405 => new(http, StatusCode.Unimplemented, "ROUTE_UNKNOWN"),
        408 => new(408, StatusCode.DeadlineExceeded, "REQUEST_TOO_SLOW"),
        413 => new(413, StatusCode.ResourceExhausted, "BODY_TOO_LARGE"),
        429 => new(429, StatusCode.ResourceExhausted, "RATE_LIMITED"),
        // 502 is YARP's word for a destination that cannot be reached; to a caller both mean "try again later".
        502 or 503 => new(503, StatusCode.Unavailable, "SERVICE_UNAVAILABLE"),
        504 => new(504, StatusCode.DeadlineExceeded, "SERVICE_TOO_SLOW"),
        >= 500 => new(500, StatusCode.Internal, "INTERNAL"),
        _ => new(http, StatusCode.InvalidArgument, "REQUEST_MALFORMED"),
    };

    public Status ToStatus(HttpContext context)
    {
        var info = new ErrorInfo { Reason = Reason, Domain = $"{Service}.studysuite" };
        info.Metadata["trace"] = context.TraceIdentifier;
        if (context.Features.Get<Unreadable>() is { } unreadable)
        {
            info.Metadata["said"] = unreadable.Said;
        }

        var sentence = ErrorTexts.Sentence(Service, Reason, info.Metadata, CultureOf(context));
        return new Status { Code = (int)Grpc, Message = sentence, Details = { Any.Pack(info) } };
    }

    private static CultureInfo CultureOf(HttpContext context) =>
        context.Request.Headers.AcceptLanguage.ToString().TrimStart().StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? CultureInfo.GetCultureInfo("en")
            : CultureInfo.GetCultureInfo("zh");
}
