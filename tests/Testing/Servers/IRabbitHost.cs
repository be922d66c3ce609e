namespace StudySuite.Testing.Servers;

/// <summary>A RabbitMQ server that this process started: a container or a program of the machine.</summary>
internal interface IRabbitHost : IAsyncDisposable
{
    Broker Broker { get; }

    Uri Management { get; }

    /// <summary>Returns when the broker takes messages and its management answers.</summary>
    Task StartAsync();

    Task StopAsync();
}
