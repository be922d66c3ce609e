using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Grants;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.SystemClients;

internal sealed partial class SystemClientService
{
    private const int MostRoles = 20;

    public override async Task<V1.SystemClient> SetSystemClientRoles(
        SetSystemClientRolesRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Range("roles", request.Roles.Count, 0, MostRoles);
        for (var i = 0; i < request.Roles.Count; i++)
        {
            var at = $"roles[{i.ToString(CultureInfo.InvariantCulture)}]";
            wrong.Enum($"{at}.role", request.Roles[i].Role)
                .AddIf(RoleGrant.AdminRoles.Contains(request.Roles[i].Role), $"{at}.role", "SYSTEM_CLIENT_ADMINISTERS");
        }

        wrong.ThrowIfAny();
        var client = await FindAsync(request.Name, context.CancellationToken);
        client.RequireEtag(request.Etag);
        var roles = request.Roles.Select(role => new ClientRole(
            role.Role, ResourceName.Parse("units/{unit}", role.Unit, "roles.unit")[0])).Distinct().ToList();
        var units = roles.Select(role => role.Unit).ToList();
        var known = await db.Units.Where(unit => units.Contains(unit.Code)).Select(unit => unit.Code)
            .ToListAsync(context.CancellationToken);
        if (units.Except(known).FirstOrDefault() is { } unknown)
        {
            throw CommonErrors.UnitNotFound(unknown);
        }

        client.SetRoles(roles);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(client);
    }
}
