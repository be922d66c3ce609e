using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.SystemClients;

/// <summary>What can go wrong with a system.</summary>
internal static class SystemClientErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("SYSTEM_CLIENT_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("SYSTEM_CLIENT_EXISTS", name);

    public static DomainError Disabled(SystemClient client) =>
        DomainError.Precondition("SYSTEM_CLIENT_DISABLED", ("resource", client.ResourceName));
}
