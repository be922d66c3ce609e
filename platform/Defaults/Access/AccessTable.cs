namespace StudySuite.Defaults.Access;

/// <summary>How an RPC's roles are checked.</summary>
public enum AccessScope
{
    /// <summary>Open without a token.</summary>
    Anonymous,

    /// <summary>Any valid token; the handler limits what is seen to the caller's own.</summary>
    SignedIn,

    /// <summary>One of the roles on the unit that the request's name or parent begins with.</summary>
    OnUnit,

    /// <summary>One of the roles on some unit; the handler filters rows or checks the unit it finds.</summary>
    Anywhere,
}

/// <summary>Who may call an RPC.</summary>
public sealed record AccessRule(AccessScope Scope, IReadOnlyCollection<Role> Roles);

/// <summary>
/// The one page of a service that says which role may call which RPC. An RPC without an entry is open to nobody.
/// Keys are <c>Service/Method</c> without the package.
/// </summary>
public sealed class AccessTable
{
    private readonly Dictionary<string, AccessRule> rules = [];

    public IReadOnlyDictionary<string, AccessRule> Rules => rules;

    public AccessTable Anonymous(string rpc) => Add(rpc, AccessScope.Anonymous);

    public AccessTable SignedIn(string rpc) => Add(rpc, AccessScope.SignedIn);

    public AccessTable OnUnit(string rpc, params Role[] roles) => Add(rpc, AccessScope.OnUnit, roles);

    public AccessTable Anywhere(string rpc, params Role[] roles) => Add(rpc, AccessScope.Anywhere, roles);

    private AccessTable Add(string rpc, AccessScope scope, params Role[] roles)
    {
        rules.Add(rpc, new AccessRule(scope, roles));
        return this;
    }
}
