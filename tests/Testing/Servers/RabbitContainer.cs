using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Testcontainers.RabbitMq;
using RabbitImage = Testcontainers.RabbitMq.RabbitMqContainer;

namespace StudySuite.Testing.Servers;

/// <summary>RabbitMQ in a container.</summary>
internal sealed class RabbitContainer : IRabbitHost
{
    private const string User = "studysuite";
    private readonly string password = RandomNumberGenerator.GetHexString(32);
    private readonly RabbitImage container;

    // Ports chosen by us, since those that Docker chooses change when a container is started again.
    private readonly int port = FreePort.Next();
    private readonly int managementPort = FreePort.Next();

    private RabbitContainer() => container = new RabbitMqBuilder("rabbitmq:4-management-alpine")
        .WithUsername(User).WithPassword(password)
        .WithPortBinding(port, 5672).WithPortBinding(managementPort, 15672)
        .WithName(ContainerGuard.NewName()).WithLogger(NullLogger.Instance)
        .Build();

    // The host is known only once the container runs; inside a container it is not the loopback address.
    public Broker Broker => new(container.Hostname, port, "/", User, password);

    public Uri Management => new($"http://{container.Hostname}:{managementPort}");

    public static async Task<IRabbitHost> CreateAsync()
    {
        var host = new RabbitContainer();
        await host.StartAsync();
        return host;
    }

    public async Task StartAsync()
    {
        await container.StartAsync();
        using var api = new RabbitManagement(Management, Broker);
        await Wait.UntilAsync(api.AnswersAsync, "RabbitMQ's management answers", ServerSearch.Deadline);
    }

    public Task StopAsync() => container.StopAsync();

    public ValueTask DisposeAsync() => container.DisposeAsync();
}
