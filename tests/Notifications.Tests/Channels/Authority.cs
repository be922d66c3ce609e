using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace StudySuite.Notifications.Tests.Channels;

/// <summary>An authority of the county's own, which no machine trusts by itself, and what it signs.</summary>
internal sealed class Authority : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly X509Certificate2 root;

    public Authority()
    {
        var request = new CertificateRequest("CN=county test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, TimeProvider.System.GetUtcNow().AddYears(1));
    }

    public string Pem => root.ExportCertificatePem();

    /// <summary>For a server at that address.</summary>
    public X509Certificate2 Sign(IPAddress address)
    {
        using var own = RSA.Create(2048);
        var request = new CertificateRequest("CN=receiver", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(root, root.NotBefore, root.NotAfter, RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(own);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    public void Dispose()
    {
        root.Dispose();
        key.Dispose();
    }
}
