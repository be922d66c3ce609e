using System.Security.Cryptography;
using Microsoft.Extensions.Configuration.Memory;
using StudySuite.Defaults.Hosting;

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
                // The web client calls the gateway from this very process and says whose browser it calls for.
                ["Gateway:TrustedProxies:0"] = "127.0.0.1/32",
            },
        });
        var folder = builder.Configuration["Database:Folder"]!;
        var secret = Path.Combine(folder, "bulletin-secret");
        var (http, grpc) = (builder.Configuration["Listen:HttpPort"], builder.Configuration["Listen:GrpcPort"]);
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
                ["Auth:Issuer"] = $"http://localhost:{http}/",
                ["Identity:BulletinSecretFile"] = secret,
                ["Bulletin:Sources:SecretFile"] = secret,
                ["Bulletin:Sources:TokenUri"] = $"http://127.0.0.1:{http}/connect/token",
                ["Bulletin:Sources:Planning"] = $"http://127.0.0.1:{grpc}",
                ["Bulletin:Sources:Sessions"] = $"http://127.0.0.1:{grpc}",
                ["Bulletin:Sources:Supervision"] = $"http://127.0.0.1:{grpc}",
            },
        });
        if (builder.Configuration["Identity:BulletinSecretFile"] == secret)
        {
            MakeSecret(secret);
        }
    }

    /// <summary>Known to this installation only: by it the bulletin service reads from the others what counts.</summary>
    private static void MakeSecret(string file)
    {
        if (File.Exists(file))
        {
            return;
        }

        try
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(file, how);
            writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartupError(
                $"无法写入 {file}：{error.Message}。请检查设置 Database:Folder 指向的文件夹是否可写。",
                $"Cannot write {file}: {error.Message} Check that the folder in setting Database:Folder can be written.");
        }
    }
}
