using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Files;
using StudySuite.Sessions.Printing;

namespace StudySuite.Sessions.Archives;

/// <summary>
/// The archive as a zip: a folder per item, the index as data and on paper, metadata, and at the end a list of hashes in
/// the form that <c>sha256sum -c</c> reads. What is damaged in the store does not get into a package.
/// </summary>
internal sealed class ArchivePackage(IBlobs blobs, SessionArchive archive, IReadOnlyList<ArchivedDocument> addenda)
{
    public const string IndexName = "index.json";
    public const string HashesName = "hashes.sha256";
    private readonly List<string> hashes = [];

    public async Task WriteAsync(Stream to, string topic, string unitName, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var zip = new ZipFile(to, now);
        foreach (var item in archive.Items.Concat(addenda))
        {
            var folder = FileNames.Clean($"{item.Number.ToString("00", CultureInfo.InvariantCulture)} {item.Title}", "");
            var name = $"{archive.ResourceName}/items/{item.Number.ToString(CultureInfo.InvariantCulture)}";
            await AddAsync(zip, $"{folder}/document.json", name, item.Sha256, cancellationToken);
            foreach (var file in item.Files ?? [])
            {
                // Two files of an item may have the same name.
                var path = $"{folder}/{file.Number.ToString("00", CultureInfo.InvariantCulture)} {file.FileName}";
                await AddAsync(zip, path, name, file.Sha256, cancellationToken);
            }
        }

        await AddAsync(zip, IndexName, archive.ResourceName, archive.IndexSha256, cancellationToken);
        await AddAsync(zip, "档案目录.docx", FolderPapers.Index(archive, addenda, topic, unitName).ToDocx(), cancellationToken);
        await AddAsync(zip, "metadata.xml", Metadata(topic, unitName), cancellationToken);
        await zip.AddAsync(HashesName, Encoding.UTF8.GetBytes(string.Concat(hashes)), cancellationToken);
        await zip.FinishAsync(cancellationToken);
    }

    private async Task AddAsync(ZipFile zip, string path, string name, string sha256, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(sha256, cancellationToken: cancellationToken)
            ?? throw ArchiveErrors.ItemDamaged(name, sha256);
        using var hash = SHA256.Create();
        await using (var hashed = new CryptoStream(blob, hash, CryptoStreamMode.Read, leaveOpen: true))
        {
            await zip.AddAsync(path, hashed, cancellationToken);
        }

        if (Convert.ToHexStringLower(hash.Hash!) != sha256)
        {
            throw ArchiveErrors.ItemDamaged(name, sha256);
        }

        hashes.Add($"{sha256}  {path}\n");
    }

    private async Task AddAsync(ZipFile zip, string path, byte[] bytes, CancellationToken cancellationToken)
    {
        await zip.AddAsync(path, bytes, cancellationToken);
        hashes.Add($"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {path}\n");
    }

    private byte[] Metadata(string topic, string unitName)
    {
        var root = new XElement(
            "archive",
            new XAttribute("name", archive.ResourceName),
            new XElement("unit", new XAttribute("code", archive.Unit), unitName),
            new XElement("topic", topic),
            new XElement("archivedOn", archive.ArchivedOn.ToText()),
            new XElement("archivedBy", archive.ArchivedBy),
            new XElement("retention", archive.Retention.UpperSnake()),
            new XElement("indexSha256", archive.IndexSha256),
            archive.Items.Select(item => Metadata("item", item)), addenda.Select(item => Metadata("addendum", item)));
        using var bytes = new MemoryStream();
        new XDocument(new XDeclaration("1.0", "utf-8", null), root).Save(bytes);
        return bytes.ToArray();
    }

    private static XElement Metadata(string element, ArchivedDocument item) => new(
        element,
        new XAttribute("number", item.Number), new XAttribute("kind", item.Kind.UpperSnake()),
        new XElement("title", item.Title), new XElement("responsible", item.Responsible),
        new XElement("datedOn", item.DatedOn.ToText()), new XElement("filedOn", item.FiledOn.ToText()),
        new XElement("pages", item.Pages), new XElement("sha256", item.Sha256),
        (item.Files ?? []).Select(file => new XElement(
            "file", new XAttribute("type", file.ContentType), new XAttribute("length", file.Length),
            new XAttribute("sha256", file.Sha256), file.FileName)));
}
