using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;

namespace StudySuite.Gateway.Tests;

public sealed class TlsTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("gateway-").FullName;

    [Fact]
    public async Task HttpsPort_WithACertificate_SpeaksAllOnOnePort()
    {
        var port = Ports.Free();
        var (certificate, key) = WriteCertificate();
        await using var door = await DoorHost.StartAsync(
            ("Kestrel:Endpoints:Https:Url", $"https://127.0.0.1:{port}"),
            ("Kestrel:Endpoints:Https:Certificate:Path", certificate),
            ("Kestrel:Endpoints:Https:Certificate:KeyPath", key));
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
        using var client = new HttpClient(handler) { BaseAddress = new Uri($"https://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", DoorHost.Token("p-zhang"));
        using var channel = GrpcChannel.ForAddress(client.BaseAddress, new GrpcChannelOptions { HttpClient = client });

        var answer = await client.GetAsync("/planning/v1/seen");
        var echo = await channel.EchoAsync("学习");

        Assert.Equal(HttpVersion.Version11, answer.Version);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.Contains("\"x-forwarded-proto\":\"https\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("学习", echo);
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private (string Certificate, string Key) WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var (path, keyPath) = (Path.Combine(folder, "tls.crt"), Path.Combine(folder, "tls.key"));
        File.WriteAllText(path, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return (path, keyPath);
    }
}
