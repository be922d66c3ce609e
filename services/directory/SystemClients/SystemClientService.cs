using System.Buffers.Text;
using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.SystemClients;

internal sealed partial class SystemClientService(DirectoryDbContext db, IOpenIddictApplicationManager applications)
    : V1.SystemClientService.SystemClientServiceBase
{
    public override async Task<ListSystemClientsResponse> ListSystemClients(
        ListSystemClientsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var clients = db.SystemClients.AsNoTracking();
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            clients = clients.Where(client => client.Id.CompareTo(after.Id) > 0);
        }

        var read = await clients.OrderBy(client => client.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, client => new PageKey(client.Id));

        return new ListSystemClientsResponse { SystemClients = { rows.Select(ToProto) }, NextPageToken = next };
    }

    public override async Task<ResetSystemClientSecretResponse> ResetSystemClientSecret(
        ResetSystemClientSecretRequest request, ServerCallContext context)
    {
        var client = await FindAsync(request.Name, context.CancellationToken);
        client.RequireEnabled();

        var secret = NewSecret();
        db.Audit(client.ResourceName);
        await applications.UpdateAsync(await ApplicationOfAsync(client, context), secret, context.CancellationToken);

        return new ResetSystemClientSecretResponse { Secret = secret };
    }

    public override async Task<V1.SystemClient> DisableSystemClient(DisableSystemClientRequest request, ServerCallContext context)
    {
        var client = await FindAsync(request.Name, context.CancellationToken);
        client.Disable();
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(client);
    }

    private async Task<object> ApplicationOfAsync(SystemClient client, ServerCallContext context) =>
        await applications.FindByClientIdAsync(client.Id, context.CancellationToken)
        ?? throw SystemClientErrors.NotFound(client.ResourceName);

    private async Task<SystemClient> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse("systemClients/{client}", name)[0];
        return await db.SystemClients.SingleOrDefaultAsync(client => client.Id == id, cancellationToken)
            ?? throw SystemClientErrors.NotFound(name);
    }

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static V1.SystemClient ToProto(SystemClient client) => new()
    {
        Name = client.ResourceName,
        DisplayName = client.DisplayName,
        Disabled = client.IsDisabled,
        Etag = client.Etag,
        Roles = { client.Roles.Select(role => new SystemClientRole { Role = role.Role, Unit = $"units/{role.Unit}" }) },
    };

    private sealed record PageKey(string Id);
}
