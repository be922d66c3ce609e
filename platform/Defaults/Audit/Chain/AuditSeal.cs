using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace StudySuite.Defaults.Audit;

public enum AuditDigest
{
    Sha256,

    /// <summary>GB/T 32905-2016, for deployments under GB/T 39786.</summary>
    Sm3,
}

/// <summary>
/// The seal of an entry: <c>{digest}:{hex}</c> over the seal before it and the entry's place and fields, in UTF-8.
/// Each field is a netstring (<c>length:text,</c>), a field that is not there <c>-</c>; the order is: seal before
/// (empty for link 1), link, sequence, UTC ticks (100 ns since 0001-01-01), actor, action, resource, outcome,
/// trace id, source. An auditor can recompute it from an export in any language.
/// </summary>
internal static class AuditSeal
{
    public static string Of(AuditDigest digest, string before, long link, AuditEntry entry)
    {
        var text = new StringBuilder();
        Add(text, before);
        Add(text, link.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.Sequence.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.Actor);
        Add(text, entry.Action);
        Add(text, entry.Resource);
        Add(text, entry.Outcome);
        Add(text, entry.TraceId);
        Add(text, entry.Source);
        return $"{NameOf(digest)}:{Convert.ToHexStringLower(Digest(digest, Encoding.UTF8.GetBytes(text.ToString())))}";
    }

    /// <summary>By the digest that the stored seal names, so that a change of the setting does not break the chain.</summary>
    public static bool Fits(string? seal, string before, long link, AuditEntry entry) =>
        DigestOf(seal) is { } digest && Of(digest, before, link, entry) == seal;

    public static byte[] Digest(AuditDigest digest, byte[] bytes)
    {
        if (digest == AuditDigest.Sha256)
        {
            return SHA256.HashData(bytes);
        }

        var sm3 = new SM3Digest();
        sm3.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[sm3.GetDigestSize()];
        sm3.DoFinal(hash, 0);
        return hash;
    }

    private static string NameOf(AuditDigest digest) => digest == AuditDigest.Sm3 ? "sm3" : "sha256";

    private static AuditDigest? DigestOf(string? seal) => seal?.Split(':')[0] switch
    {
        "sha256" => AuditDigest.Sha256,
        "sm3" => AuditDigest.Sm3,
        _ => null,
    };

    private static void Add(StringBuilder text, string? field)
    {
        if (field is null)
        {
            text.Append('-');
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field},");
    }
}
