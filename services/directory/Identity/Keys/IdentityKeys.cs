using System.Data;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace StudySuite.Directory.Identity;

/// <summary>
/// The keys of tokens, in the database for all replicas. A new one is shown at <c>.well-known/jwks</c> before it signs,
/// and an old one after it has stopped, until every token it signed has ended: nobody notices the change.
/// </summary>
internal sealed class IdentityKeys(IDataProtectionProvider protection, IOptions<IdentityOptions> options, TimeProvider clock)
    : IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    private const long LockKey = 0x6B657973;

    /// <summary>No session, and so no refresh token, is longer than a week (<c>auth.session_max_hours</c>).</summary>
    private static readonly TimeSpan KeptAfterwards = TimeSpan.FromDays(8);

    private readonly IDataProtector protector = protection.CreateProtector("identity-key");
    private CancellationTokenSource changed = new();
    private string current = "";

    public string? Name => Options.DefaultName;

    /// <summary>The one that signs first; the others only check.</summary>
    public IReadOnlyList<RsaSecurityKey> Signing { get; private set; } = [];

    public IReadOnlyList<SymmetricSecurityKey> Encryption { get; private set; } = [];

    public IChangeToken GetChangeToken() => new CancellationChangeToken(changed.Token);

    /// <summary>Call under the lock of the first start: two replicas must not make two sets.</summary>
    public async Task LoadAsync(DirectoryDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.IdentityKeys.AnyAsync(cancellationToken))
        {
            AddPair(db, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        await RefreshAsync(db, cancellationToken);
    }

    /// <summary>Takes over what another replica, or time, has changed.</summary>
    public async Task RefreshAsync(DirectoryDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var keys = await db.IdentityKeys.AsNoTracking().ToListAsync(cancellationToken);
        var ordered = keys.OrderByDescending(key => key.SignsFrom <= now).ThenByDescending(key => key.SignsFrom)
            .ThenByDescending(key => key.Id, StringComparer.Ordinal).ToList();
        var state = string.Join(' ', ordered.Select(key => key.Id));
        if (state == current)
        {
            return;
        }

        Signing = [.. ordered.Where(key => key.Use == KeyUse.Signing).Select(ToRsa)];
        Encryption = [.. ordered.Where(key => key.Use == KeyUse.Encryption)
            .Select(key => new SymmetricSecurityKey(Content(key)) { KeyId = key.Id })];
        current = state;
        var before = Interlocked.Exchange(ref changed, new CancellationTokenSource());
        await before.CancelAsync();
        before.Dispose();
    }

    /// <summary>Makes the next keys when the last are old enough, and deletes those that no token needs any more.</summary>
    public async Task RotateWhenDueAsync(DirectoryDbContext db, CancellationToken cancellationToken)
    {
        var due = clock.GetUtcNow().AddDays(-options.Value.KeyDays);
        await ChangeAsync(db, newest => newest <= due, cancellationToken);
    }

    /// <returns>From when the new keys sign.</returns>
    public async Task<DateTimeOffset> RotateAsync(DirectoryDbContext db, CancellationToken cancellationToken)
    {
        await ChangeAsync(db, _ => true, cancellationToken);
        return await db.IdentityKeys.MaxAsync(key => key.SignsFrom, cancellationToken);
    }

    public void Dispose() => changed.Dispose();

    private async Task ChangeAsync(DirectoryDbContext db, Func<DateTimeOffset, bool> isDue, CancellationToken cancellationToken)
    {
        await using var transaction =
            await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey})", cancellationToken);
        }

        var keys = await db.IdentityKeys.OrderByDescending(key => key.SignsFrom).ToListAsync(cancellationToken);
        db.RemoveRange(keys.Where(key => StoppedAt(key, keys) <= clock.GetUtcNow() - KeptAfterwards));
        if (isDue(keys[0].SignsFrom))
        {
            AddPair(db, clock.GetUtcNow().AddSeconds(options.Value.KeyLeadSeconds));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static DateTimeOffset StoppedAt(IdentityKey key, List<IdentityKey> keys) => keys
        .Where(other => other.Use == key.Use && other.SignsFrom > key.SignsFrom)
        .Select(other => other.SignsFrom).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    private void AddPair(DirectoryDbContext db, DateTimeOffset signsFrom)
    {
        using var rsa = RSA.Create(2048);
        db.Add(New(KeyUse.Signing, rsa.ExportPkcs8PrivateKey(), signsFrom));
        db.Add(New(KeyUse.Encryption, RandomNumberGenerator.GetBytes(32), signsFrom));
    }

    private RsaSecurityKey ToRsa(IdentityKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Content(key), out _);
        return new RsaSecurityKey(rsa) { KeyId = key.Id };
    }

    private byte[] Content(IdentityKey key) => protector.Unprotect(Convert.FromBase64String(key.Content));

    private IdentityKey New(KeyUse use, byte[] content, DateTimeOffset signsFrom) => new()
    {
        Id = Guid.CreateVersion7().ToString("n"),
        Use = use,
        Content = Convert.ToBase64String(protector.Protect(content)),
        CreatedAt = clock.GetUtcNow(),
        SignsFrom = signsFrom,
    };
}
