using StudySuite.Testing.Servers;

// `dotnet Testing.dll serve`: one PostgreSQL and one RabbitMQ for a whole run of test.sh, so that ten test projects do
// not each start their own. Prints their addresses as NAME=VALUE lines, then "ready", and serves until its input ends,
// which the kernel sees to however the caller goes.
if (args is not ["serve"])
{
    Console.Error.WriteLine("Usage: dotnet Testing.dll serve");
    return 2;
}

// Ctrl-C goes to everybody in the terminal: the servers must stay until the tests have ended and our input closes.
Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;

var postgres = PostgresServer.SharedAsync();
var rabbit = RabbitServer.SharedAsync();
await Task.WhenAll(postgres, rabbit);

var (broker, management, _) = await rabbit;
Console.WriteLine($"{PostgresServer.Variable}={(await postgres).ConnectionString}");
Console.WriteLine($"{RabbitServer.Variable}=amqp://{Uri.EscapeDataString(broker.User)}:"
    + $"{Uri.EscapeDataString(broker.Password)}@{broker.Host}:{broker.Port}/{Uri.EscapeDataString(broker.VirtualHost)}");
Console.WriteLine($"{RabbitServer.ManagementVariable}={management.AbsoluteUri}");
Console.WriteLine("ready");

while (await Console.In.ReadLineAsync() is not null)
{
}

return 0;
