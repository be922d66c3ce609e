using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace StudySuite.Defaults.Doctor;

/// <summary>The certificates of <c>Kestrel:Endpoints:*:Certificate</c>: readable, with their key, not about to
/// end.</summary>
internal sealed class CertificateCheckup(IConfiguration configuration, TimeProvider clock) : ICheckup
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            var certificate = endpoint.GetSection("Certificate");
            if (certificate["Path"] is { Length: > 0 } path)
            {
                yield return Examine(path, certificate["KeyPath"], certificate["Password"]);
            }
        }
    }

    private Finding Examine(string path, string? keyPath, string? password)
    {
        var about = $"certificate {path}";
        try
        {
            using var certificate = keyPath is null
                ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : X509Certificate2.CreateFromPemFile(path, keyPath);
            var end = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
            var left = end - clock.GetUtcNow();
            return left > Notice ? Finding.Good(about, $"{end:yyyy-MM-dd}")
                : left > TimeSpan.Zero ? Finding.Warning(
                    about, $"{end:yyyy-MM-dd} 到期，请换发；更换文件后自动生效。",
                    $"It ends on {end:yyyy-MM-dd}: get a new one; a renewed file is picked up by itself.")
                : Finding.Bad(about, $"已于 {end:yyyy-MM-dd} 过期，请换发。", $"It ended on {end:yyyy-MM-dd}: get a new one.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return Finding.Bad(
                about, $"无法读取：{error.Message} 请检查 Kestrel:Endpoints 下的 Certificate:Path 与 Certificate:KeyPath。",
                $"Cannot be read: {error.Message} Check Certificate:Path and Certificate:KeyPath below Kestrel:Endpoints.");
        }
    }
}
