using System.Text.RegularExpressions;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Directory.V1;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace StudySuite.Directory.SystemClients;

internal sealed partial class SystemClientService
{
    public override async Task<CreateSystemClientResponse> CreateSystemClient(
        CreateSystemClientRequest request, ServerCallContext context)
    {
        var asked = request.SystemClient ?? new V1.SystemClient();
        new Violations()
            .AddIf(!IdPattern().IsMatch(request.SystemClientId), "system_client_id", "ID_INVALID", ("value", request.SystemClientId))
            .Text("system_client.display_name", asked.DisplayName, 40)
            .ThrowIfAny();
        var client = new SystemClient(request.SystemClientId, asked.DisplayName);

        // The suite's own programs are known to OpenIddict too.
        if (await applications.FindByClientIdAsync(client.Id, context.CancellationToken) is not null)
        {
            throw SystemClientErrors.Exists(client.ResourceName);
        }

        var secret = NewSecret();
        db.Add(client);
        try
        {
            // Saves the context, and with it both rows or neither.
            await applications.CreateAsync(
                new OpenIddictApplicationDescriptor
                {
                    ClientId = client.Id,
                    ClientSecret = secret,
                    ClientType = ClientTypes.Confidential,
                    DisplayName = client.DisplayName,
                    Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
                },
                context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("system_client"))
        {
            throw SystemClientErrors.Exists(client.ResourceName);
        }

        return new CreateSystemClientResponse { SystemClient = ToProto(client), Secret = secret };
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,48}[a-z0-9]$")]
    private static partial Regex IdPattern();
}
