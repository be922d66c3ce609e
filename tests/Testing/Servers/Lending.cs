namespace StudySuite.Testing.Servers;

/// <summary>
/// One PostgreSQL and one RabbitMQ for a whole run of test.sh, so that ten test projects do not each start their own.
/// </summary>
internal static class Lending
{
    /// <summary>
    /// Prints the addresses as NAME=VALUE lines, then "ready", and lends until its input ends, which the kernel sees to
    /// however the caller goes.
    /// </summary>
    public static async Task<int> ServeAsync()
    {
        // Ctrl-C goes to everybody in the terminal: the servers must stay until the tests have ended and our input closes.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;

        var starting = RabbitServer.SharedAsync();
        var postgres = await PostgresServer.SharedAsync();
        var (broker, management, _) = await starting;

        Console.WriteLine($"{PostgresServer.Variable}={postgres.ConnectionString}");
        Console.WriteLine($"{RabbitServer.Variable}=amqp://{Uri.EscapeDataString(broker.User)}:"
            + $"{Uri.EscapeDataString(broker.Password)}@{broker.Host}:{broker.Port}/{Uri.EscapeDataString(broker.VirtualHost)}");
        Console.WriteLine($"{RabbitServer.ManagementVariable}={management.AbsoluteUri}");
        Console.WriteLine("ready");

        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        return 0;
    }
}
