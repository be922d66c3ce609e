using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace StudySuite.Defaults.Errors;

/// <summary>The one place where a <see cref="DomainError"/> becomes a <c>google.rpc.Status</c>.</summary>
public static class ErrorStatus
{
    public static Status ToStatus(this DomainError error, string service, CultureInfo culture)
    {
        var metadata = error.Metadata.ToList();
        var status = new Status
        {
            Code = (int)CodeOf(error.Kind),
            Message = ErrorTexts.Sentence(service, error.Reason, metadata, culture),
        };
        status.Details.Add(Any.Pack(new ErrorInfo
        {
            Reason = error.Reason,
            Domain = $"{service}.studysuite",
            Metadata = { error.Metadata.ToDictionary() },
        }));

        if (error.Violations.Count > 0)
        {
            status.Details.Add(Any.Pack(ToBadRequest(error.Violations, service, culture)));
        }

        if (error.Kind == ErrorKind.Precondition)
        {
            var subject = error.Metadata.GetValueOrDefault("resource", "");
            status.Details.Add(Any.Pack(new PreconditionFailure
            {
                Violations = { new PreconditionFailure.Types.Violation
                {
                    Type = error.Reason, Subject = subject, Description = status.Message,
                } },
            }));
        }

        return status;
    }

    private static BadRequest ToBadRequest(IReadOnlyList<Violation> violations, string service, CultureInfo culture)
    {
        var details = new BadRequest();
        details.FieldViolations.AddRange(violations.Select(violation => new BadRequest.Types.FieldViolation
        {
            Field = violation.Field,
            Reason = violation.Reason,
            Description = ErrorTexts.Sentence(
                service, violation.Reason,
                violation.Metadata.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)), culture),
        }));
        return details;
    }

    private static StatusCode CodeOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCode.InvalidArgument,
        ErrorKind.NotFound => StatusCode.NotFound,
        ErrorKind.Denied => StatusCode.PermissionDenied,
        ErrorKind.Unauthenticated => StatusCode.Unauthenticated,
        ErrorKind.Exists => StatusCode.AlreadyExists,
        ErrorKind.Precondition => StatusCode.FailedPrecondition,
        ErrorKind.Unavailable => StatusCode.Unavailable,
        _ => StatusCode.Aborted,
    };
}
