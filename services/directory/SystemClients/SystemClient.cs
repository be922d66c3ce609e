using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.SystemClients;

/// <param name="Unit">Code of the unit at the top of the subtree.</param>
internal sealed record ClientRole(GrantRole Role, string Unit);

/// <summary>Another system that calls by itself. Its secret is OpenIddict's, under the same id.</summary>
internal sealed class SystemClient : Aggregate
{
    private SystemClient()
    {
    }

    public SystemClient(string id, string displayName) => (Id, DisplayName) = (id, displayName);

    public override string ResourceName => $"systemClients/{Id}";

    /// <summary>As who it acts; a person's id has no dot.</summary>
    public string Subject => $"client.{Id}";

    public string Id { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public List<ClientRole> Roles { get; private set; } = [];

    public bool IsDisabled { get; private set; }

    public void SetRoles(IEnumerable<ClientRole> roles)
    {
        RequireEnabled();
        Roles = [.. roles];
    }

    public void Disable()
    {
        RequireEnabled();
        IsDisabled = true;
    }

    public void RequireEnabled()
    {
        if (IsDisabled)
        {
            throw SystemClientErrors.Disabled(this);
        }
    }
}

internal sealed class SystemClientConfiguration : IEntityTypeConfiguration<SystemClient>
{
    public void Configure(EntityTypeBuilder<SystemClient> builder)
    {
        builder.ToTable("system_client");
        builder.HasKey(client => client.Id);
        builder.Property(client => client.Id).HasMaxLength(50);
        builder.Property(client => client.DisplayName).HasMaxLength(40);
        builder.Property(client => client.Roles).HasJson();
        builder.Ignore(client => client.Subject);
    }
}
