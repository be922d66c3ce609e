using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace StudySuite.Web.Access;

/// <summary>
/// Sign-ins with their tokens, one encrypted file each, so that a restart signs nobody out. The file is named by a hash:
/// who reads the folder learns no key that a cookie could carry.
/// </summary>
internal sealed class TicketStore(IOptions<WebOptions> options, IDataProtectionProvider protection) : ITicketStore
{
    /// <summary>The claim by which a page finds its ticket again; it never leaves the server.</summary>
    public const string KeyClaim = "ticket";

    /// <summary>No session of directory's is longer (<c>auth.session_max_hours</c>).</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly IDataProtector protector = protection.CreateProtector("web-ticket");

    public string Folder { get; } = Path.Combine(options.Value.Folder, "tickets");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        ((ClaimsIdentity)ticket.Principal.Identity!).AddClaim(new Claim(KeyClaim, key));
        await RenewAsync(key, ticket);
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        System.IO.Directory.CreateDirectory(Folder);
        // Whole or not at all: a reader never sees half a ticket.
        var temporary = $"{FileOf(key)}.{Guid.CreateVersion7():n}";
        await File.WriteAllBytesAsync(temporary, protector.Protect(TicketSerializer.Default.Serialize(ticket)));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(temporary, FileOf(key), overwrite: true);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(protector.Unprotect(await File.ReadAllBytesAsync(FileOf(key))));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or CryptographicException)
        {
            return null;
        }
    }

    public Task RemoveAsync(string key)
    {
        if (System.IO.Directory.Exists(Folder))
        {
            File.Delete(FileOf(key));
        }

        return Task.CompletedTask;
    }

    private string FileOf(string key) =>
        Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
}

/// <summary>Takes away what nobody came back to: a ticket in use is written anew with every new token.</summary>
internal sealed class TicketSweep(TicketStore tickets, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var folder = new DirectoryInfo(tickets.Folder);
            var oldest = (clock.GetUtcNow() - TicketStore.Kept).UtcDateTime;
            foreach (var file in folder.Exists ? folder.GetFiles().Where(file => file.LastWriteTimeUtc < oldest) : [])
            {
                file.Delete();
            }
        }
    }
}
