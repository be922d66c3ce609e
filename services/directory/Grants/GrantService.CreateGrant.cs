using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.People;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Grants;

internal sealed partial class GrantService
{
    public override async Task<V1.Grant> CreateGrant(CreateGrantRequest request, ServerCallContext context)
    {
        var asked = request.Grant ?? new V1.Grant();
        var wrong = new Violations()
            .OptionalId("grant_id", request.GrantId)
            .Text("grant.person", asked.Person)
            .Enum("grant.role", asked.Role)
            .AddIf(asked.Unit.Length == 0 && !RoleGrant.AdminRoles.Contains(asked.Role), "grant.unit", "FIELD_REQUIRED");
        var from = wrong.OptionalDate("grant.from_date", asked.FromDate);
        var to = wrong.OptionalDate("grant.to_date", asked.ToDate);
        wrong.AddIf(to < (from ?? clock.Today()), "grant.to_date", "DATE_TOO_EARLY", ("earliest", (from ?? clock.Today()).ToText()))
            .ThrowIfAny();
        var person = ResourceName.Parse("people/{person}", asked.Person, "grant.person")[0];
        var unit = asked.Unit.Length == 0 ? null : ResourceName.Parse("units/{unit}", asked.Unit, "grant.unit")[0];
        await RequireMayGrantAsync(asked.Role, unit, context);
        if (person == context.Caller().Person)
        {
            throw GrantErrors.ToOneself();
        }

        if (!await db.People.AnyAsync(row => row.Id == person, context.CancellationToken))
        {
            throw PersonErrors.NotFound(asked.Person);
        }

        var grant = new RoleGrant(ResourceName.NewId(request.GrantId), person, asked.Role, unit, from, to);
        db.Add(grant);
        await db.AnnounceAsync(grant.ToEvent(clock.Today()), context.CancellationToken);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("grant", "role"))
        {
            throw GrantErrors.Exists(asked.Person);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("grant", "person"))
        {
            throw GrantErrors.AdminRolesSeparate(person);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("grant"))
        {
            throw GrantErrors.Exists(grant.ResourceName);
        }

        return ToProto(grant);
    }

    private async Task RequireMayGrantAsync(GrantRole role, string? unit, ServerCallContext context)
    {
        var caller = context.Caller();
        var path = unit is null
            ? "/"
            : await db.Units.Where(row => row.Code == unit).Select(row => row.Path)
                .SingleOrDefaultAsync(context.CancellationToken);
        if (path is null || (unit is not null && !caller.Sees(path)))
        {
            throw CommonErrors.UnitNotFound(unit!);
        }

        if (caller.Has(Role.SecurityAdmin, path))
        {
            return;
        }

        // The first step of a new deployment: without it nobody could ever grant anything.
        var isFirstStep = role is GrantRole.SecurityAdmin or GrantRole.AuditAdmin
            && caller.Has(Role.SystemAdmin, path)
            && !await db.Grants.AnyAsync(
                grant => grant.Role == GrantRole.SecurityAdmin && grant.RevokedAt == null, context.CancellationToken);
        if (!isFirstStep)
        {
            throw CommonErrors.RoleMissing(context.Call().Action);
        }
    }
}
