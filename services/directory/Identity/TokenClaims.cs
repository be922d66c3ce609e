using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Authentication;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Grants;
using StudySuite.Directory.V1;
using StudySuite.Roster;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Grant = StudySuite.Defaults.Access.Grant;
using Person = StudySuite.Directory.People.Person;

namespace StudySuite.Directory.Identity;

/// <summary>What a token says of a person: read anew at every issue and refresh, so a revoked role is soon gone.</summary>
internal sealed class TokenClaims(DirectoryDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(10);

    /// <param name="earlier">Claims of the code or refresh token that is exchanged; null for a first issue.</param>
    public async Task<ClaimsPrincipal> OfAsync(
        Person person, ClaimsPrincipal? earlier, ImmutableArray<string> scopes, CancellationToken cancellationToken)
    {
        var identity = new ClaimsIdentity(earlier?.Claims ?? [], "StudySuite", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Id)
            .SetClaim(Claims.Name, person.DisplayName)
            .SetClaim(Sessions.StampClaim, person.Account.Stamp)
            .SetClaims(Caller.GrantClaim, [.. (await GrantsOfAsync(person.Id, cancellationToken)).Select(grant => grant.ToString())]);
        identity.SetScopes(scopes).SetResources(AuthOptions.Audience);
        identity.SetRefreshTokenLifetime(await RefreshLifetimeAsync(identity, cancellationToken));
        identity.SetDestinations(DestinationsOf);
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

    /// <summary>Who asks for no new token for so long after the last has ended was idle (DOMAIN §1.5).</summary>
    private async Task<TimeSpan> RefreshLifetimeAsync(ClaimsIdentity identity, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        var isAdministrator = identity.FindAll(Caller.GrantClaim).Select(claim => Grant.Parse(claim.Value)?.Role)
            .Any(role => role is Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin);
        var idle = rules.Number(isAdministrator ? "auth.idle_timeout_minutes_admin" : "auth.idle_timeout_minutes");
        return AccessLifetime + TimeSpan.FromMinutes(idle);
    }

    /// <summary>The stamp goes nowhere: it stays inside codes and refresh tokens, which only directory can read.</summary>
    private static IEnumerable<string> DestinationsOf(Claim claim) => claim.Type switch
    {
        Claims.Subject or Claims.Name => [Destinations.AccessToken, Destinations.IdentityToken],
        Caller.GrantClaim => [Destinations.AccessToken],
        _ => [],
    };
}
