using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace StudySuite.Notifications.Channels;

/// <summary>
/// Keeps addresses and secrets of channels encrypted at rest. The key ring is this service's own, also where several
/// services share a process; it lies in the database, so that every replica can read, itself encrypted when the
/// setting names a certificate.
/// </summary>
internal sealed class ChannelSecrets : IDisposable
{
    private readonly ServiceProvider services;
    private readonly IDataProtector protector;
    private readonly string folder;

    public ChannelSecrets(IServiceScopeFactory scopes, IOptions<NotificationsOptions> options)
    {
        var collection = new ServiceCollection();
        var protection = collection.AddDataProtection().SetApplicationName("studysuite-notifications");
        collection.AddOptions<KeyManagementOptions>().Configure(keys => keys.XmlRepository = new ProtectionKeys(scopes));
        if (options.Value.KeyCertificateFile is { Length: > 0 } certificate)
        {
            protection.ProtectKeysWithCertificate(X509Certificate2.CreateFromPemFile(certificate));
        }

        services = collection.BuildServiceProvider();
        protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("channels");
        folder = options.Value.SecretsFolder;
    }

    public string Protect(string text) => text.Length == 0 ? "" : protector.Protect(text);

    /// <summary>Makes the key ring, or renews it, when that is due.</summary>
    public void Touch() => protector.Protect(nameof(Touch));

    public string AddressOf(Channel channel) => protector.Unprotect(channel.Address);

    /// <summary>Empty when there is none.</summary>
    public string SecretOf(Channel channel) =>
        channel.SecretFile.Length > 0 ? File.ReadAllText(Path.Combine(folder, channel.SecretFile)).Trim()
        : channel.Secret.Length > 0 ? protector.Unprotect(channel.Secret)
        : "";

    public void Dispose() => services.Dispose();
}

/// <summary>A key of the ring.</summary>
internal sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        return [.. db.ProtectionKeys.AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var xml = element.ToString(SaveOptions.DisableFormatting);

        // The interface is synchronous, and contexts of the suite save asynchronously only.
        db.Database.ExecuteSql($"insert into protection_key (name, xml) values ({friendlyName}, {xml})");
    }
}
