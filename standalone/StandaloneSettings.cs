using Microsoft.Extensions.Configuration.Memory;

namespace StudySuite.Standalone;

internal static class StandaloneSettings
{
    /// <summary>What differs from a service's defaults; settings and environment still win over it.</summary>
    public static void AddStandaloneSettings(this WebApplicationBuilder builder)
    {
        IConfigurationBuilder configuration = builder.Configuration;
        configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Listen:HttpPort"] = "5080",
                ["Listen:GrpcPort"] = "5081",
                ["Database:Folder"] = "data",
                // One process: nobody else could be migrating.
                ["Database:MigrateAtStart"] = "true",
                // Nobody waits a minute when trying it out, and a sweep over one county costs nothing.
                ["Deadlines:SweepSeconds"] = "5",
            },
        });
        var folder = builder.Configuration["Database:Folder"]!;
        configuration.Sources.Insert(1, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Files:Folder"] = Path.Combine(folder, "files"),
                ["Identity:FirstLoginFile"] = Path.Combine(folder, "first-login.txt"),
                ["Web:Folder"] = Path.Combine(folder, "web"),
                ["Web:Gateway"] = $"http://127.0.0.1:{builder.Configuration["Listen:HttpPort"]}/",
                ["Web:GatewayGrpc"] = $"http://127.0.0.1:{builder.Configuration["Listen:GrpcPort"]}/",
                // The browser comes to the port that is listened on, unless a proxy in front says otherwise.
                ["Auth:Issuer"] = $"http://localhost:{builder.Configuration["Listen:HttpPort"]}/",
            },
        });
    }
}
