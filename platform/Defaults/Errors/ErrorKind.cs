namespace StudySuite.Defaults.Errors;

/// <summary>What sort of refusal it is; <see cref="ErrorStatus"/> maps it to gRPC and HTTP.</summary>
public enum ErrorKind
{
    /// <summary>The request itself is wrong: INVALID_ARGUMENT, 400, with every violation.</summary>
    Invalid,

    /// <summary>Absent, or not the caller's to see: NOT_FOUND, 404.</summary>
    NotFound,

    /// <summary>Visible, but the caller's role may not do this: PERMISSION_DENIED, 403.</summary>
    Denied,

    /// <summary>No valid token: UNAUTHENTICATED, 401.</summary>
    Unauthenticated,

    /// <summary>The name is taken: ALREADY_EXISTS, 409.</summary>
    Exists,

    /// <summary>The resource's state does not allow it: FAILED_PRECONDITION, 400.</summary>
    Precondition,

    /// <summary>Stale etag or lost race, repeat after reading again: ABORTED, 409.</summary>
    Aborted,

    /// <summary>Nothing is wrong with the call, it can be repeated as it is: UNAVAILABLE, 503.</summary>
    Unavailable,
}
