using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace StudySuite.Directory.Identity;

/// <summary>The keys of tokens: made once, at the first start, and read at every start.</summary>
internal sealed class IdentityKeys(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("identity-key");

    public List<RsaSecurityKey> Signing { get; } = [];

    public List<SymmetricSecurityKey> Encryption { get; } = [];

    /// <summary>Call under the lock of the first start: two replicas must not make two sets.</summary>
    public async Task LoadAsync(DirectoryDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.IdentityKeys.AnyAsync(cancellationToken))
        {
            using var rsa = RSA.Create(2048);
            db.Add(New(KeyUse.Signing, rsa.ExportPkcs8PrivateKey()));
            db.Add(New(KeyUse.Encryption, RandomNumberGenerator.GetBytes(32)));
            await db.SaveChangesAsync(cancellationToken);
        }

        // The newest first: it signs, older ones only check.
        foreach (var key in await db.IdentityKeys.AsNoTracking().OrderByDescending(key => key.CreatedAt).ToListAsync(cancellationToken))
        {
            var content = protector.Unprotect(Convert.FromBase64String(key.Content));
            if (key.Use == KeyUse.Signing)
            {
                var rsa = RSA.Create();
                rsa.ImportPkcs8PrivateKey(content, out _);
                Signing.Add(new RsaSecurityKey(rsa) { KeyId = key.Id });
            }
            else
            {
                Encryption.Add(new SymmetricSecurityKey(content) { KeyId = key.Id });
            }
        }
    }

    private IdentityKey New(KeyUse use, byte[] content) => new()
    {
        Id = Guid.CreateVersion7().ToString("n"),
        Use = use,
        Content = Convert.ToBase64String(protector.Protect(content)),
        CreatedAt = clock.GetUtcNow(),
    };
}
