using System.Security.Claims;

namespace StudySuite.Defaults.Access;

/// <summary>Who calls, as the token says; nothing in the request body can change it.</summary>
/// <param name="Person">Id of the person, the token's subject.</param>
public sealed record Caller(string Person, string Name, IReadOnlyList<Grant> Grants)
{
    public const string GrantClaim = "grants";

    public bool Has(Role role, string unitPath) => Grants.Any(grant => grant.Role == role && grant.Covers(unitPath));

    public bool HasAny(IReadOnlyCollection<Role> roles, string unitPath) =>
        Grants.Any(grant => roles.Contains(grant.Role) && grant.Covers(unitPath));

    public bool HasAnywhere(IReadOnlyCollection<Role> roles) => Grants.Any(grant => roles.Contains(grant.Role));

    /// <summary>
    /// Id of the person for whom the caller acts in one of the roles on the unit; null when a role of the caller's own
    /// is enough.
    /// </summary>
    public string? ActingFor(IReadOnlyCollection<Role> roles, string unitPath)
    {
        var held = Grants.Where(grant => roles.Contains(grant.Role) && grant.Covers(unitPath)).ToList();
        return held.Exists(grant => grant.ActingFor is null) ? null : held.Select(grant => grant.ActingFor).FirstOrDefault();
    }

    /// <summary>Whether the unit exists at all for this caller.</summary>
    public bool Sees(string unitPath) => Grants.Any(grant => grant.Covers(unitPath));

    public static Caller? From(ClaimsPrincipal principal)
    {
        var person = principal.FindFirstValue("sub");
        if (principal.Identity?.IsAuthenticated != true || person is null)
        {
            return null;
        }

        var grants = principal.FindAll(GrantClaim).Select(claim => Grant.Parse(claim.Value)).OfType<Grant>().ToList();
        return new Caller(person, principal.FindFirstValue("name") ?? person, grants);
    }
}
