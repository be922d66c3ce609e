using Microsoft.AspNetCore.Http;
using StudySuite.Defaults.Authentication;

namespace StudySuite.Defaults.Errors;

/// <summary>What can go wrong in any service, before a rule of its own is asked.</summary>
public static class CommonErrors
{
    internal const string UnitNotFoundReason = "UNIT_NOT_FOUND";

    public static DomainError SignInRequired() => DomainError.Unauthenticated("SIGN_IN_REQUIRED");

    /// <summary>The call carries nobody's token, or one that cannot be told from a bad one yet.</summary>
    public static async Task<DomainError> NoCallerAsync(HttpContext context) =>
        await TokenKeys.AreMissingAsync(context) ? DomainError.Unavailable("TOKEN_KEYS_MISSING") : SignInRequired();

    /// <summary>The database is away, restarts, or gave the call up for another one.</summary>
    public static DomainError DatabaseUnavailable() => DomainError.Unavailable("DATABASE_UNAVAILABLE");

    public static DomainError RoleMissing(string rpc) => DomainError.Denied("ROLE_MISSING", ("rpc", rpc));

    public static DomainError RpcNotOpen(string rpc) => DomainError.Denied("RPC_NOT_OPEN", ("rpc", rpc));

    /// <summary>The unit does not exist, or the caller has no role there: the same answer for both.</summary>
    public static DomainError UnitNotFound(string unit) => DomainError.NotFound(UnitNotFoundReason, $"units/{unit}");

    public static DomainError NameInvalid(string field, string name, string pattern) =>
        DomainError.Invalid(field, "NAME_INVALID", ("value", name), ("pattern", pattern));

    public static DomainError StaleEtag() => DomainError.Aborted("ETAG_STALE");

    public static DomainError LostRace() => DomainError.Aborted("CHANGED_MEANWHILE");

    public static DomainError RequestIdInvalid() => DomainError.Invalid("request_id", "REQUEST_ID_INVALID");

    public static DomainError RequestIdReused() => DomainError.Invalid("request_id", "REQUEST_ID_REUSED");

    public static DomainError PageTokenInvalid() => DomainError.Invalid("page_token", "PAGE_TOKEN_INVALID");
}
