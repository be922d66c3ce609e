using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using StudySuite.Defaults.Access;

namespace StudySuite.Web.Access;

/// <summary>Who sits before the page, for one circuit or request.</summary>
internal sealed class Me(SignedIns signedIns, AuthenticationStateProvider states, IHttpContextAccessor http)
{
    private ClaimsPrincipal? user;
    private Caller? caller;

    /// <summary>Known once the layout has asked for <see cref="LoadAsync"/>, before any page.</summary>
    public Caller Caller => caller ?? throw new InvalidOperationException("The layout asks who it is before it shows a page.");

    /// <summary>Address that the person came from, as the request behind the page told it.</summary>
    public string? Browser => user is null ? null : Browsers.Of(user);

    public string Person => $"people/{Caller.Person}";

    /// <returns>Null when the session is over.</returns>
    public async Task<Held?> LoadAsync(CancellationToken cancellationToken = default)
    {
        user ??= http.HttpContext is { WebSockets.IsWebSocketRequest: false } context
            ? context.User
            : (await states.GetAuthenticationStateAsync()).User;
        var found = await signedIns.FindAsync(user, cancellationToken);
        caller = found?.Caller ?? caller;
        return found;
    }

    public bool Is(params Role[] roles) => Caller.HasAnywhere(roles);

    /// <summary>Whether one of the roles is held on that very unit, alone or from above.</summary>
    public bool IsAt(string unit, params Role[] roles) => Caller.Grants.Any(grant =>
        roles.Contains(grant.Role) && (grant.WithUnitsBelow || UnitOf(grant.UnitPath) == unit));

    /// <summary>Codes of the units where one of the roles is held, the first one first.</summary>
    public IReadOnlyList<string> UnitsOf(params Role[] roles) =>
        [.. Caller.Grants.Where(grant => roles.Contains(grant.Role)).Select(grant => UnitOf(grant.UnitPath)).Distinct()];

    /// <summary>Code of the unit where the caller mostly works.</summary>
    public string Unit => Caller.Grants.Count == 0 ? "" : UnitOf(Caller.Grants[0].UnitPath);

    private static string UnitOf(string path) => path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..];
}
