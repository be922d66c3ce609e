using Npgsql;
using StudySuite.Testing;

namespace StudySuite.Deploy.Tests.Operations;

/// <summary>Settings of a place to put data, with a folder of its own; files are gone at the end.</summary>
internal sealed class Site : IDisposable
{
    private Site(string folder, Dictionary<string, string?> settings) => (Folder, Settings) = (folder, settings);

    public string Folder { get; }

    public Dictionary<string, string?> Settings { get; }

    public static async Task<Site> CreateAsync(Backing backing)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("studysuite-site-").FullName;
        var settings = new Dictionary<string, string?>
        {
            ["Database:Folder"] = Path.Combine(folder, "data"),
            ["Files:Folder"] = Path.Combine(folder, "files"),
            ["Identity:FirstLoginFile"] = Path.Combine(folder, "first-login.txt"),
            // Port 9: nobody there, at once.
            ["Auth:JwksUri"] = "http://127.0.0.1:9/jwks",
        };
        if (backing == Backing.Servers)
        {
            var given = new NpgsqlConnectionStringBuilder(await Postgres.CreateDatabaseAsync("site"));
            settings["Database:Provider"] = "Postgres";
            settings["Database:NamePrefix"] = $"{given.Database}_";
            given.Remove("Database");
            settings["Database:Connection"] = given.ConnectionString;
        }

        return new Site(folder, settings);
    }

    public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);
}
