using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace StudySuite.Notifications.Outgoing;

/// <summary>Which certificates are good: those that the machine trusts, and those of the operator's own authorities.</summary>
internal sealed class OutgoingTrust
{
    private readonly X509Certificate2Collection authorities = [];

    public OutgoingTrust(IOptions<OutgoingOptions> options)
    {
        if (options.Value.AuthoritiesFile.Length > 0)
        {
            authorities.ImportFromPemFile(options.Value.AuthoritiesFile);
        }
    }

    /// <summary>A wrong name is never good, whoever signed it.</summary>
    public bool Accepts(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || authorities.Count == 0 || certificate is null)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        own.ChainPolicy.ExtraStore.AddRange(chain?.ChainElements.Select(element => element.Certificate).ToArray() ?? []);
        // Authorities inside a county publish no lists of what they revoked.
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var copy = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return own.Build(copy);
    }
}
