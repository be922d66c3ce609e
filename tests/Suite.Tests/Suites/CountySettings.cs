using System.Globalization;
using Npgsql;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests;

/// <summary>Settings that all processes of a county share: databases and a broker of their own, and who is where.</summary>
internal static class CountySettings
{
    public static readonly IReadOnlyList<string> Services =
        ["directory", "planning", "sessions", "supervision", "bulletin", "notifications"];

    /// <param name="places">Ports of each process, one pair a replica; also of gateway and web.</param>
    public static async Task<Dictionary<string, string>> CreateAsync(
        string folder, IReadOnlyDictionary<string, (int Http, int Grpc)[]> places)
    {
        // A database of that purpose gives server and credentials; the services make their own beside it.
        var given = new NpgsqlConnectionStringBuilder(await Postgres.CreateDatabaseAsync("county"));
        var prefix = $"{given.Database}_";
        given.Remove("Database");
        var broker = await RabbitMq.CreateVirtualHostAsync("county");
        var (http, grpc) = places["gateway"][0];
        var secret = Path.Combine(folder, "bulletin-secret");
        await File.WriteAllTextAsync(secret, Guid.CreateVersion7().ToString());
        var settings = new Dictionary<string, string>
        {
            ["Database__Provider"] = "Postgres",
            ["Database__Connection"] = given.ConnectionString,
            ["Database__NamePrefix"] = prefix,
            ["Messaging__Transport"] = "RabbitMq",
            ["Messaging__Host"] = broker.Host,
            ["Messaging__Port"] = broker.Port.ToString(CultureInfo.InvariantCulture),
            ["Messaging__VirtualHost"] = broker.VirtualHost,
            ["Messaging__User"] = broker.User,
            ["Messaging__Password"] = broker.Password,
            ["Auth__Issuer"] = $"http://127.0.0.1:{http}/",
            ["Auth__JwksUri"] = $"http://127.0.0.1:{places["directory"][0].Http}/.well-known/jwks",
            ["Identity__FirstLoginFile"] = Path.Combine(folder, "first-login.txt"),
            ["Files__Folder"] = Path.Combine(folder, "files"),
            ["Deadlines__SweepSeconds"] = "1",
            // Receivers of the tests stand on this machine.
            ["Notifications__Outgoing__Hosts__0"] = "127.0.0.1:*",
            ["Notifications__Outgoing__PrivateNetworks__0"] = "127.0.0.0/8",
            ["Notifications__Outgoing__AllowPlain"] = "true",
            ["Web__Folder"] = Path.Combine(folder, "web"),
            ["Web__Gateway"] = $"http://127.0.0.1:{http}/",
            ["Web__GatewayGrpc"] = $"http://127.0.0.1:{grpc}/",
            ["Identity__BulletinSecretFile"] = secret,
            ["Bulletin__Sources__SecretFile"] = secret,
            ["Bulletin__Sources__TokenUri"] = $"http://127.0.0.1:{places["directory"][0].Http}/connect/token",
        };
        foreach (var source in new[] { "planning", "sessions", "supervision" })
        {
            settings[$"Bulletin__Sources__{source}"] = $"http://127.0.0.1:{places[source][0].Grpc}";
        }

        foreach (var name in Services.Append("web"))
        {
            foreach (var (number, place) in places[name].Index())
            {
                // Pages come over HTTP/1.1.
                settings[$"ReverseProxy__Clusters__{name}__Destinations__{number + 1}__Address"] =
                    $"http://127.0.0.1:{(name == "web" ? place.Http : place.Grpc)}";
            }
        }

        return settings;
    }

    public static Dictionary<string, string> At(
        this Dictionary<string, string> settings, (int Http, int Grpc) place) => new(settings)
    {
        ["Listen__HttpPort"] = place.Http.ToString(CultureInfo.InvariantCulture),
        ["Listen__GrpcPort"] = place.Grpc.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Folder of a program in a checkout, such as <c>services/planning</c>, and its file.</summary>
    public static (string Folder, string File) ProgramOf(string name) =>
        (name is "gateway" or "web" ? name : $"services/{name}", $"{char.ToUpperInvariant(name[0])}{name[1..]}");
}
