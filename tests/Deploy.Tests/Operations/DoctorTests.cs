using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StudySuite.Planning;
using StudySuite.Testing;

namespace StudySuite.Deploy.Tests.Operations;

public sealed class DoctorTests
{
    [Fact]
    public async Task Database_WithoutSchema_IsBadAndTellsToMigrate()
    {
        using var site = await Site.CreateAsync(Backing.Sqlite);
        System.IO.Directory.CreateDirectory(site.Settings["Database:Folder"]!);
        await using var program = Program.Of(builder => builder.AddPlanning(), site.Settings);

        var before = await program.RunAsync("doctor");
        await program.MigrateAsync();
        var after = await program.RunAsync("doctor");

        Assert.Equal(1, before.ExitCode);
        Assert.Contains("BAD  planning database", before.Output, StringComparison.Ordinal);
        Assert.Contains("run migrate", before.Output, StringComparison.Ordinal);
        Assert.Equal(0, after.ExitCode);
        Assert.Contains("OK   planning database", after.Output, StringComparison.Ordinal);
        Assert.Contains("OK   settings", after.Output, StringComparison.Ordinal);
        Assert.Contains("WARN keys http://127.0.0.1:9/jwks", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_ThatWouldStopAStart_AreNamed()
    {
        using var site = await Site.CreateAsync(Backing.Sqlite);
        site.Settings["Deadlines:SweepSeconds"] = "0";
        site.Settings["Planning:FilingAlertDays"] = "1";
        await using var program = Program.Of(builder => builder.AddPlanning(), site.Settings);

        var (code, output) = await program.RunAsync("doctor");

        Assert.Equal(1, code);
        Assert.Contains("SweepSeconds", output, StringComparison.Ordinal);
        Assert.Contains("FilingAlertDays", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broker_ThatIsAway_IsBadAndNamesTheSettings()
    {
        using var site = await Site.CreateAsync(Backing.Sqlite);
        site.Settings["Messaging:Transport"] = "RabbitMq";
        site.Settings["Messaging:Host"] = "127.0.0.1";
        site.Settings["Messaging:Port"] = "9";
        await using var program = Program.Of(builder => builder.AddPlanning(), site.Settings);

        var (code, output) = await program.RunAsync("doctor");

        Assert.Equal(1, code);
        Assert.Contains("BAD  broker", output, StringComparison.Ordinal);
        Assert.Contains("Messaging:Host", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(365, "OK   certificate")]
    [InlineData(10, "WARN certificate")]
    [InlineData(-1, "BAD  certificate")]
    public async Task Certificate_ByTheDaysItHasLeft(int days, string expected)
    {
        using var site = await Site.CreateAsync(Backing.Sqlite);
        var (path, key) = (Path.Combine(site.Folder, "tls.crt"), Path.Combine(site.Folder, "tls.key"));
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=study.example.cn", rsa, HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-400), TimeProvider.System.GetUtcNow()
                .AddDays(days));
        await File.WriteAllTextAsync(path, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(key, rsa.ExportPkcs8PrivateKeyPem());
        site.Settings["Kestrel:Endpoints:Https:Url"] = "https://127.0.0.1:0";
        site.Settings["Kestrel:Endpoints:Https:Certificate:Path"] = path;
        site.Settings["Kestrel:Endpoints:Https:Certificate:KeyPath"] = key;
        await using var program = Program.Of(builder => builder.AddPlanning(), site.Settings);

        Assert.Contains(expected, (await program.RunAsync("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact, Trait("Needs", "Servers")]
    public async Task Servers_ThatAreWell_AreGoodWithClockAndQueues()
    {
        using var site = await Site.CreateAsync(Backing.Servers);
        var broker = await RabbitMq.CreateVirtualHostAsync("doctor");
        site.Settings["Messaging:Transport"] = "RabbitMq";
        site.Settings["Messaging:Host"] = broker.Host;
        site.Settings["Messaging:Port"] = $"{broker.Port}";
        site.Settings["Messaging:VirtualHost"] = broker.VirtualHost;
        site.Settings["Messaging:User"] = broker.User;
        site.Settings["Messaging:Password"] = broker.Password;
        await using var program = Program.Of(builder => builder.AddPlanning(), site.Settings);
        await program.MigrateAsync();

        var undeclared = await program.RunAsync("doctor");
        await StudySuite.Messaging.Topology.DeclareAsync(program.Services);
        var declared = await program.RunAsync("doctor");

        Assert.Contains("BAD  broker", undeclared.Output, StringComparison.Ordinal);
        Assert.Contains("OK   broker", declared.Output, StringComparison.Ordinal);
        Assert.Contains("OK   planning clock", declared.Output, StringComparison.Ordinal);
        Assert.Equal(0, declared.ExitCode);
    }
}
