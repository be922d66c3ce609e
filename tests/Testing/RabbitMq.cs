using StudySuite.Testing.Servers;

namespace StudySuite.Testing;

/// <summary>RabbitMQ for tests; README.md says where the server comes from.</summary>
public static class RabbitMq
{
    /// <param name="purpose">Part of the name, to recognise it by, e.g. "planning".</param>
    /// <returns>An empty virtual host that nobody else uses. It goes when the tests of the assembly are through.</returns>
    public static async Task<Broker> CreateVirtualHostAsync(string purpose)
    {
        var server = await RabbitServer.SharedAsync();
        var name = UniqueName.For(purpose);
        using var management = new RabbitManagement(server.Management, server.Broker);
        await management.CreateVirtualHostAsync(name);
        if (server.IsLent)
        {
            Borrowed.Add(() => DeleteAsync(server, name));
        }

        return server.Broker with { VirtualHost = name };
    }

    /// <summary>Cuts every connection to a virtual host, as when the broker restarts; clients may come back.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> DropConnectionsAsync(string virtualHost)
    {
        var server = await RabbitServer.SharedAsync();
        using var management = new RabbitManagement(server.Management, server.Broker);
        return await management.DropConnectionsAsync(virtualHost);
    }

    /// <summary>A broker that the test may stop and start again, for what happens while it is down.</summary>
    public static async Task<OwnBroker> StartOwnAsync() => new(await RabbitServer.StartAsync());

    private static async Task DeleteAsync(RabbitServer server, string name)
    {
        using var management = new RabbitManagement(server.Management, server.Broker);
        await management.DeleteVirtualHostAsync(name);
    }
}
