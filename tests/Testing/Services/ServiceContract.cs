using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Access;
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
        if (typeof(TDb).Name != "DirectoryDbContext")
        {
            rpcs = rpcs.Union(["PersonRecordService/ExportPersonRecords"]);
        }

        Assert.Equal(rpcs.Order(), access.Rules.Keys.Order());
    }

    /// <summary>Every RPC answers every role on its own unit, below it and elsewhere as the access table says.</summary>
    /// <param name="word">Of the service, such as <c>Planning</c>.</param>
    public static async Task RpcsKeepToTheTableAsync<TDb>(string word)
        where TDb : SuiteDbContext
    {
        await using var host = await ServiceHost<TDb>.StartAsync(
            Backing.Sqlite, ("Identity:FirstLoginFile", Path.Combine(System.IO.Directory.CreateTempSubdirectory("studysuite-").FullName, "f.txt")));
        foreach (var (code, parent) in AccessWalk.Units)
        {
            await host.GivenUnitAsync(code, code, parent);
        }

        var known = new Dictionary<string, CallInvoker>();
        var walk = new AccessWalk(word, host.Services.GetRequiredService<ServiceInfo<TDb>>().Access, Connect);
        var offences = await walk.OffencesAsync();

        Assert.True(offences.Count == 0, string.Join('\n', offences));

        CallInvoker Connect(Role? role)
        {
            var grant = role is { } held ? AccessWalk.GrantOf(held) : "";
            if (!known.TryGetValue(grant, out var invoker))
            {
                var channel = role is null ? host.ChannelWith(null) : host.ChannelAs("p-walk", grant);
                known[grant] = invoker = channel.CreateCallInvoker();
            }

            return invoker;
        }
    }

    /// <summary>The migrations of the provider make the schema of the model.</summary>
    public static async Task MigrationsFitModelAsync<TDb>(Backing backing)
        where TDb : SuiteDbContext
    {
        await using var host = await ServiceHost<TDb>.StartAsync(backing);

        Assert.False(await host.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }
}
