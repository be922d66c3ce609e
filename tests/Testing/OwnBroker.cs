using StudySuite.Testing.Servers;

namespace StudySuite.Testing;

/// <summary>A RabbitMQ server of one test. It keeps its port and its data while it is stopped.</summary>
public sealed class OwnBroker : IAsyncDisposable
{
    private readonly IRabbitHost host;

    internal OwnBroker(IRabbitHost host) => this.host = host;

    public Broker Broker => host.Broker;

    public Task StopAsync() => host.StopAsync();

    public Task StartAsync() => host.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
