using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using StudySuite.Web.Access;

namespace StudySuite.Web.Parts;

/// <summary>
/// What somebody has typed and not yet saved, on the server, encrypted, one file for a person's form: it outlives the
/// connection, the browser and this process, and waits at whatever device the person comes back with.
/// </summary>
internal sealed class Drafts(IOptions<WebOptions> options, IDataProtectionProvider protection, Me me)
{
    private readonly IDataProtector protector = protection.CreateProtector("web-draft");
    private readonly string folder = Path.Combine(options.Value.Folder, "drafts");

    public async Task KeepAsync(string form, IMessage content)
    {
        System.IO.Directory.CreateDirectory(folder);
        var temporary = $"{FileOf(form)}.{Guid.CreateVersion7():n}";
        await File.WriteAllBytesAsync(temporary, protector.Protect(content.ToByteArray()));
        File.Move(temporary, FileOf(form), overwrite: true);
    }

    /// <returns>Null when there is none, or one of before a change of the keys.</returns>
    public async Task<byte[]?> FindAsync(string form)
    {
        try
        {
            return protector.Unprotect(await File.ReadAllBytesAsync(FileOf(form)));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or CryptographicException)
        {
            return null;
        }
    }

    public void Drop(string form)
    {
        if (System.IO.Directory.Exists(folder))
        {
            File.Delete(FileOf(form));
        }
    }

    private string FileOf(string form) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{me.Person} {form}"))));
}
