namespace StudySuite.Testing.Servers;

/// <summary>The RabbitMQ server of this test process.</summary>
/// <param name="Broker">An administrator and the default virtual host.</param>
/// <param name="Management">Its HTTP API; the only way to make virtual hosts that works from anywhere.</param>
/// <param name="IsLent">It was there before us and stays: what we made in it is ours to remove.</param>
internal sealed record RabbitServer(Broker Broker, Uri Management, bool IsLent)
{
    public const string Variable = "STUDYSUITE_TEST_RABBITMQ";
    public const string ManagementVariable = "STUDYSUITE_TEST_RABBITMQ_MANAGEMENT";

    private static readonly Lazy<Task<RabbitServer>> Found = new(FindAsync);

    public static Task<RabbitServer> SharedAsync() => Found.Value;

    public static Task<IRabbitHost> StartAsync() =>
        ServerSearch.FirstAsync("RabbitMQ", Variable, RabbitContainer.CreateAsync, RabbitProgram.CreateAsync);

    private static async Task<RabbitServer> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return Parse(given, Environment.GetEnvironmentVariable(ManagementVariable));

        var host = await StartAsync();
        return new RabbitServer(host.Broker, host.Management, IsLent: false);
    }

    /// <param name="address">amqp://user:password@host:port</param>
    /// <param name="management">http://host:port; unless given, 10000 above the port of AMQP, as RabbitMQ itself does.</param>
    internal static RabbitServer Parse(string address, string? management)
    {
        var uri = new Uri(address);
        var user = uri.UserInfo.Split(':') is [var name, var password]
            ? (Name: Uri.UnescapeDataString(name), Password: Uri.UnescapeDataString(password))
            : (Name: "guest", Password: "guest");
        var port = uri.Port > 0 ? uri.Port : 5672;
        var path = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        var broker = new Broker(uri.Host, port, path.Length > 0 ? path : "/", user.Name, user.Password);

        return new RabbitServer(
            broker,
            new Uri(string.IsNullOrEmpty(management) ? $"http://{uri.Host}:{port + 10000}" : management),
            IsLent: true);
    }
}
