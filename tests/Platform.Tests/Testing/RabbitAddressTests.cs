using StudySuite.Testing.Servers;

namespace StudySuite.Platform.Tests;

public sealed class RabbitAddressTests
{
    [Theory]
    [InlineData("amqp://me:p%40ss@mq:5673", "mq", 5673, "/", "me", "p@ss", "http://mq:15673/")]
    [InlineData("amqp://mq", "mq", 5672, "/", "guest", "guest", "http://mq:15672/")]
    [InlineData("amqp://me:x@mq/%2F", "mq", 5672, "/", "me", "x", "http://mq:15672/")]
    public void Parse_Address_FillsInTheUsual(
        string address, string host, int port, string virtualHost, string user, string password, string management)
    {
        var server = RabbitServer.Parse(address, management: null);

        Assert.Equal(new(host, port, virtualHost, user, password), server.Broker);
        Assert.Equal(management, server.Management.AbsoluteUri);
    }
}
