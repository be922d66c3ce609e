namespace StudySuite.Testing;

/// <summary>Where a RabbitMQ virtual host of a test is.</summary>
public sealed record Broker(string Host, int Port, string VirtualHost, string User, string Password);
