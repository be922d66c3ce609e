using Google.Protobuf.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Hosting;
using Xunit;

namespace StudySuite.Testing;

/// <summary>What must hold of every service.</summary>
public static class ServiceContract
{
    /// <summary>Every RPC of the package has an entry in the access table, and no entry is without its RPC.</summary>
    public static async Task RpcsHaveAccessAsync<TDb>(params FileDescriptor[] files)
        where TDb : SuiteDbContext
    {
        await using var host = await ServiceHost<TDb>.StartAsync();
        var access = host.Services.GetRequiredService<ServiceInfo<TDb>>().Access;
        var rpcs = files.SelectMany(file => file.Services)
            .SelectMany(service => service.Methods.Select(method => $"{service.Name}/{method.Name}"));

        // Every service has these on its own audit trail, beside what is its own.
        string[] trail = ["List", "Export", "Verify"];
        rpcs = rpcs.Union(trail.Select(verb => $"AuditEntryService/{verb}AuditEntries"));
        Assert.Equal(rpcs.Order(), access.Rules.Keys.Order());
    }

    /// <summary>The migrations of the provider make the schema of the model.</summary>
    public static async Task MigrationsFitModelAsync<TDb>(Backing backing)
        where TDb : SuiteDbContext
    {
        await using var host = await ServiceHost<TDb>.StartAsync(backing);

        Assert.False(await host.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }
}
