using System.Text;
using StudySuite.Defaults.Audit;

namespace StudySuite.Platform.Tests.Audit;

public sealed class AuditSealTests
{
    // GB/T 32905-2016, appendix A, and the vector for SHA-256 of FIPS 180-2.
    [Theory]
    [InlineData(AuditDigest.Sm3, "abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData(
        AuditDigest.Sm3, "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd",
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    [InlineData(AuditDigest.Sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Digest_OfTheStandardsVectors_IsAsPublished(AuditDigest digest, string text, string hex) =>
        Assert.Equal(hex, Convert.ToHexStringLower(AuditSeal.Digest(digest, Encoding.ASCII.GetBytes(text))));

    [Theory]
    [InlineData(AuditDigest.Sha256, "sha256:")]
    [InlineData(AuditDigest.Sm3, "sm3:")]
    public void Seal_NamesItsDigest_AndFitsThisPlaceOnly(AuditDigest digest, string name)
    {
        var entry = new AuditEntry("units/xinxiang");
        var seal = AuditSeal.Of(digest, "before", 7, entry);

        Assert.StartsWith(name, seal);
        Assert.True(AuditSeal.Fits(seal, "before", 7, entry));
        Assert.False(AuditSeal.Fits(seal, "another", 7, entry));
        Assert.False(AuditSeal.Fits(seal, "before", 8, entry));
        Assert.False(AuditSeal.Fits(seal, "before", 7, new AuditEntry("units/xinxiang") { Outcome = "ROLE_MISSING" }));
        Assert.False(AuditSeal.Fits(null, "before", 7, entry));
        Assert.False(AuditSeal.Fits("md5:00", "before", 7, entry));
    }

    [Fact]
    public void Entry_ResourceOfAHostileRequest_FitsTheColumn()
    {
        var entry = new AuditEntry($"units/\0\n\ud800{new string('x', 500)}");

        Assert.Equal(300, entry.Resource.Length);
        Assert.StartsWith("units/???x", entry.Resource);
    }
}
