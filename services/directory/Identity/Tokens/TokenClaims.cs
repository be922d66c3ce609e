using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Authentication;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Grants;
using StudySuite.Directory.LoginSessions;
using StudySuite.Directory.SystemClients;
using StudySuite.Directory.V1;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Grant = StudySuite.Defaults.Access.Grant;
using SystemClient = StudySuite.Directory.SystemClients.SystemClient;

namespace StudySuite.Directory.Identity;

/// <summary>What a token says of a person: read anew at every issue and refresh, so a revoked role is soon gone.</summary>
internal sealed class TokenClaims(DirectoryDbContext db, SessionLimits limits, TimeProvider clock)
{
    /// <param name="earlier">Claims of the code or refresh token that is exchanged; null for a first issue.</param>
    public async Task<ClaimsPrincipal> OfAsync(
        SignedIn signedIn, ClaimsPrincipal? earlier, ImmutableArray<string> scopes, CancellationToken cancellationToken)
    {
        var (person, session) = signedIn;
        var grants = await GrantsOfAsync(person.Id, cancellationToken);
        var identity = new ClaimsIdentity(earlier?.Claims ?? [], "StudySuite", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Id)
            .SetClaim(Claims.Name, person.DisplayName)
            .SetClaim(Logins.SessionClaim, session.Id)
            .SetClaims(Caller.GrantClaim, [.. grants.Select(grant => grant.ToString())]);
        identity.SetScopes(scopes).SetResources(AuthOptions.Audience);

        // No token outlives its session.
        var left = session.ExpiresAt - clock.GetUtcNow();
        var limit = await limits.OfAsync(person.Id, cancellationToken);
        identity.SetAccessTokenLifetime(left < limit.AccessToken ? left : limit.AccessToken);
        identity.SetRefreshTokenLifetime(left < limit.Idle ? left : limit.Idle);
        identity.SetDestinations(DestinationsOf);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>A system acts under its own name, with the roles that the security administrator gave it.</summary>
    public async Task<ClaimsPrincipal> OfAsync(SystemClient client, CancellationToken cancellationToken)
    {
        var codes = client.Roles.Select(role => role.Unit).ToList();
        var paths = await db.Units.Where(unit => codes.Contains(unit.Code))
            .ToDictionaryAsync(unit => unit.Code, unit => unit.Path, cancellationToken);
        var grants = client.Roles.Where(role => paths.ContainsKey(role.Unit))
            .Select(role => new Grant(Enum.Parse<Role>(role.Role.ToString()), paths[role.Unit], WithUnitsBelow: true));
        return OfSystem(client.Subject, client.DisplayName, [.. grants]);
    }

    /// <summary>The one service of the suite that calls the others by itself; its role can be granted to nobody.</summary>
    public static ClaimsPrincipal OfBulletin() =>
        OfSystem($"client.{SystemIdentity.Bulletin}", "通报服务", new Grant(Role.Counting, "/", WithUnitsBelow: true));

    private static ClaimsPrincipal OfSystem(string subject, string name, params Grant[] grants)
    {
        var identity = new ClaimsIdentity("StudySuite", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject)
            .SetClaim(Claims.Name, name)
            .SetClaims(Caller.GrantClaim, [.. grants.Select(grant => grant.ToString())]);
        identity.SetResources(AuthOptions.Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Granted roles, and those that follow from today's memberships.</summary>
    public async Task<List<Grant>> GrantsOfAsync(string person, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var granted = await db.Grants.AsNoTracking()
            .Where(grant => grant.Person == person && grant.RevokedAt == null
                && (grant.FromDate == null || grant.FromDate <= today) && (grant.ToDate == null || grant.ToDate >= today))
            .Select(grant => new { grant, Path = db.Units.Where(unit => unit.Code == grant.Unit).Select(unit => unit.Path).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var memberships = await db.Members.AsNoTracking()
            .Where(member => member.Person == person && member.FromDate <= today
                && (member.ToDate == null || member.ToDate >= today))
            .Join(db.Units, member => member.Unit, unit => unit.Code, (member, unit) => new { member.Role, member.Kind, unit.Path })
            .ToListAsync(cancellationToken);

        return [.. granted.Select(row => row.grant.ToGrant(row.Path ?? "/"))
            .Concat(memberships.SelectMany(row => RolesOf(row.Role, row.Kind).Select(role => new Grant(role, row.Path, false))))
            .Concat(await ActingAsync(person, today, cancellationToken))
            .Distinct()];
    }

    /// <summary>The leader's role, while a deputy still acts for one who still leads; the token says for whom.</summary>
    private async Task<List<Grant>> ActingAsync(string person, DateOnly today, CancellationToken cancellationToken)
    {
        var serving = db.Members.Where(member => member.FromDate <= today && (member.ToDate == null || member.ToDate >= today));
        var acting = await db.Delegations.AsNoTracking()
            .Where(delegation => delegation.Deputy == person && delegation.RevokedAt == null
                && delegation.FromDate <= today && delegation.ToDate >= today)
            .Where(delegation => serving.Any(member => member.Unit == delegation.Unit
                && member.Person == delegation.Leader && member.Role == MemberRole.Leader))
            .Where(delegation => serving.Any(member => member.Unit == delegation.Unit
                && member.Person == delegation.Deputy && member.Role == MemberRole.Deputy))
            .Join(db.Units, delegation => delegation.Unit, unit => unit.Code, (delegation, unit) => new { delegation.Leader, unit.Path })
            .ToListAsync(cancellationToken);
        return [.. acting.Select(row => new Grant(Role.GroupLeader, row.Path, false, row.Leader))];
    }

    private static Role[] RolesOf(MemberRole role, MemberKind kind) => role switch
    {
        MemberRole.Leader => [Role.GroupLeader, Role.Member],
        MemberRole.Secretary when kind == MemberKind.Full => [Role.StudySecretary, Role.Member],
        MemberRole.Secretary => [Role.StudySecretary],
        _ => [Role.Member],
    };

    private static IEnumerable<string> DestinationsOf(Claim claim) => claim.Type switch
    {
        Claims.Subject or Claims.Name or Logins.SessionClaim => [Destinations.AccessToken, Destinations.IdentityToken],
        Caller.GrantClaim => [Destinations.AccessToken],
        _ => [],
    };
}
