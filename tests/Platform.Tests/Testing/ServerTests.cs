using System.Net.Sockets;
using Npgsql;
using StudySuite.Testing;

namespace StudySuite.Platform.Tests;

[Trait("Needs", "Servers")]
public sealed class ServerTests
{
    [Fact]
    public async Task CreateDatabase_Twice_GivesTwoEmptyOnes()
    {
        var first = await Postgres.CreateDatabaseAsync("one");
        var second = await Postgres.CreateDatabaseAsync("one");
        await using var connection = new NpgsqlConnection(first);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand("create table only_here(id int); select 学习 from (select 1 as 学习) as t", connection);

        Assert.Equal(1, await create.ExecuteScalarAsync());
        Assert.Equal(0L, await CountTablesAsync(second));
    }

    [Fact]
    public async Task CreateVirtualHost_Twice_GivesTwo()
    {
        var first = await RabbitMq.CreateVirtualHostAsync("one");
        var second = await RabbitMq.CreateVirtualHostAsync("one");

        Assert.NotEqual(first.VirtualHost, second.VirtualHost);
        Assert.True(await AcceptsAsync(first));
    }

    [Fact]
    public async Task OwnBroker_StoppedAndStarted_ComesBackOnTheSamePort()
    {
        await using var own = await RabbitMq.StartOwnAsync();
        var before = own.Broker;

        await own.StopAsync();
        Assert.False(await AcceptsAsync(before));

        await own.StartAsync();
        Assert.True(await AcceptsAsync(before));
        Assert.Equal(before, own.Broker);
    }

    private static async Task<object?> CountTablesAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand("select count(*) from pg_tables where schemaname = 'public'", connection);
        return await count.ExecuteScalarAsync();
    }

    private static async Task<bool> AcceptsAsync(Broker broker)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(broker.Host, broker.Port);
            await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray());
            return await client.GetStream().ReadAsync(new byte[8]) > 0;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
