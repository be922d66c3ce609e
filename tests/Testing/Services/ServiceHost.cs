using System.Net.Http.Headers;
using System.Text.Json;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Deadlines;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Roster;

namespace StudySuite.Testing;

/// <summary>
/// One real service, spoken to through its gRPC or REST surface, with a clock in the test's hand and tokens of the
/// test's making.
/// </summary>
public sealed class ServiceHost<TDb> : IAsyncDisposable
    where TDb : SuiteDbContext
{
    private readonly Factory factory;
    private readonly string folder;

    private ServiceHost(Factory factory, string folder) => (this.factory, this.folder) = (factory, folder);

    /// <summary>2023-12-20 noon in China, until a test moves it.</summary>
    public FakeTimeProvider Clock => factory.Clock;

    public IServiceProvider Services => factory.Services;

    /// <param name="settings">
    /// The service's own. Only with <c>Deadlines:SweepSeconds</c> does it sweep by itself: elsewhere the first sweep would
    /// come while the test lays out its rows, before or after any of them. Only with <c>Auth:JwksUri</c> does it fetch the
    /// keys of tokens, from there; elsewhere it takes <see cref="TestTokens"/>.
    /// </param>
    public static async Task<ServiceHost<TDb>> StartAsync(
        Backing backing = Backing.Sqlite, params (string Key, string Value)[] settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("studysuite-").FullName;
        var configuration = new Dictionary<string, string>
        {
            ["Database:Folder"] = folder,
            ["Database:MigrateAtStart"] = "true",
            ["Files:Folder"] = Path.Combine(folder, "files"),
        };
        if (backing == Backing.Servers)
        {
            await UseServersAsync(configuration);
        }

        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        var host = new ServiceHost<TDb>(new Factory(configuration), folder);
        _ = host.Services;
        return host;
    }

    /// <summary>A channel as the caller with these grants; the person is <c>p-</c> and the first grant's role.</summary>
    public GrpcChannel Channel(params string[] grants) => ChannelAs(PersonOf(grants), grants);

    public GrpcChannel ChannelAs(string person, params string[] grants) =>
        GrpcChannel.ForAddress(factory.Server.BaseAddress, new GrpcChannelOptions { HttpClient = HttpAs(person, grants) });

    public HttpClient Http(params string[] grants) => HttpAs(PersonOf(grants), grants);

    public HttpClient HttpAs(string person, params string[] grants) => HttpWith(TestTokens.Create(person, grants));

    /// <summary>With this token as it is, or without any.</summary>
    public HttpClient HttpWith(string? token)
    {
        var client = factory.CreateClient();
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    public GrpcChannel ChannelWith(string? token) =>
        GrpcChannel.ForAddress(factory.Server.BaseAddress, new GrpcChannelOptions { HttpClient = HttpWith(token) });

    /// <summary>The service knows this unit, as from directory's event.</summary>
    public Task GivenUnitAsync(string code, string name, string? parent = null, int order = 0) => WithDbAsync(async db =>
    {
        var above = parent is null ? "/" : (await db.UnitViews.SingleAsync(unit => unit.Code == parent)).Path;
        await db.ApplyAsync(
            new UnitChanged(code, name, "PartyCommittee", parent is null ? "County" : "Township", parent, $"{above}{code}/", order, null, 1),
            CancellationToken.None);
    });

    /// <summary>Many at once, in this order, of one parent.</summary>
    public Task GivenUnitsAsync(string parent, IReadOnlyList<(string Code, string Name)> units) => WithDbAsync(async db =>
    {
        var above = (await db.UnitViews.SingleAsync(unit => unit.Code == parent)).Path;
        for (var i = 0; i < units.Count; i++)
        {
            var (code, name) = units[i];
            await db.ApplyAsync(
                new UnitChanged(code, name, "PartyCommittee", "Township", parent, $"{above}{code}/", i, null, 1), CancellationToken.None);
        }
    });

    /// <param name="role">Leader, Deputy, Secretary or Member.</param>
    /// <param name="kind">Full, Invited or Attending.</param>
    public Task GivenMemberAsync(string unit, string person, string name, string role = "Member", string kind = "Full") =>
        WithDbAsync(db => db.ApplyAsync(
            new MembershipChanged(
                $"units/{unit}/members/{person}", unit, person, name, "", role, kind, 0, new DateOnly(2020, 1, 1), null, 1),
            CancellationToken.None));

    /// <summary>Runs on the service's database and saves.</summary>
    public async Task WithDbAsync(Func<TDb, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await work(db);
        await db.SaveChangesAsync();
    }

    public async Task<T> ReadAsync<T>(Func<TDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>Sends an event over the bus and waits until one of the service's consumers has taken it in.</summary>
    public async Task DeliverAsync(IEvent evt)
    {
        var id = Guid.Empty;
        await WithDbAsync(db =>
        {
            db.Enqueue(evt);
            id = db.ChangeTracker.Entries<OutboxMessage>().Single().Entity.MessageId;
            return Task.CompletedTask;
        });
        await Wait.UntilAsync(
            () => ReadAsync(db => db.Set<InboxMessage>().AnyAsync(row => row.MessageId == id)),
            $"{evt.GetType().Name} to be consumed");
    }

    /// <summary>Events of this type that the service has announced, oldest first.</summary>
    public async Task<List<TEvent>> SentAsync<TEvent>()
        where TEvent : IEvent
    {
        var type = EventTypes.NameOf(typeof(TEvent));
        var bodies = await ReadAsync(db => db.Set<OutboxMessage>()
            .Where(row => row.Type == type).OrderBy(row => row.Sequence).Select(row => row.Body).ToListAsync());
        return [.. bodies.Select(body => JsonSerializer.Deserialize<TEvent>(body, JsonSerializerOptions.Web)!)];
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static string PersonOf(string[] grants) =>
        grants.Length == 0 ? "p-nobody" : $"p-{grants[0].Split(':')[0].ToLowerInvariant()}";

    private static async Task UseServersAsync(Dictionary<string, string> configuration)
    {
        var broker = await RabbitMq.CreateVirtualHostAsync(typeof(TDb).Name);
        configuration["Database:Provider"] = "Postgres";
        configuration["Database:Connection"] = await Postgres.CreateDatabaseAsync(typeof(TDb).Name);
        configuration["Messaging:Transport"] = "RabbitMq";
        configuration["Messaging:Host"] = broker.Host;
        configuration["Messaging:Port"] = broker.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        configuration["Messaging:VirtualHost"] = broker.VirtualHost;
        configuration["Messaging:User"] = broker.User;
        configuration["Messaging:Password"] = broker.Password;
    }

    private sealed class Factory(Dictionary<string, string> settings) : WebApplicationFactory<TDb>
    {
        public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2023, 12, 20, 4, 0, 0, TimeSpan.Zero));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Clock);
                if (!settings.ContainsKey("Deadlines:SweepSeconds"))
                {
                    services.Remove(services.Single(service => service.ImplementationType == typeof(Sweeper<TDb>)));
                }

                if (!settings.ContainsKey("Auth:JwksUri"))
                {
                    services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, TakeTestTokens);
                }
            });
        }

        private static void TakeTestTokens(JwtBearerOptions jwt)
        {
            jwt.TokenValidationParameters.IssuerSigningKey = TestTokens.Key;
            jwt.ConfigurationManager =
                new StaticConfigurationManager<OpenIdConnectConfiguration>(new OpenIdConnectConfiguration());
        }
    }
}
