using System.Globalization;
using System.Text.Json.Nodes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Files;
using StudySuite.Sessions.Blobs;
using StudySuite.Sessions.Materials;
using StudySuite.Sessions.Printing;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Archives;

/// <summary>
/// Puts documents into the blob store and their names into rows. Blobs come first: a crash in between leaves blobs that
/// nothing names, which are stored again under the same hash or cleaned up, and no row that names a missing one.
/// </summary>
internal sealed class ArchiveFolder(
    SessionsDbContext db, [FromKeyedServices(SessionsModule.Shelf)] IBlobs blobs, TimeProvider clock)
{
    /// <summary>Under the roll's lock; saved by the caller.</summary>
    public async Task<SessionArchive> FreezeAsync(
        StudySession session, RollSheet sheet, DateOnly on, Retention retention, ServerCallContext context)
    {
        await BlobLock.ShareAsync(db, context.CancellationToken);
        var items = new List<ArchivedDocument>();
        foreach (var document in await ArchiveDocuments.CollectAsync(db, session, sheet, on, context.CancellationToken))
        {
            items.Add(await StoreAsync(document, on, context.CancellationToken));
        }

        var archive = new SessionArchive(session.Unit, session.Id, on, $"people/{context.Caller().Person}", retention);
        var index = await StoreAsync(CanonicalJson.Write(ArchiveIndex.Of(archive, items)), context.CancellationToken);
        archive.Freeze(items, index.Sha256);
        db.Add(archive);
        return archive;
    }

    /// <summary>Under the roll's lock; saved by the caller.</summary>
    public async Task AddAsync(
        SessionName session, ArchiveItemKind kind, string title, JsonNode content, DateOnly filedOn,
        CancellationToken cancellationToken, string responsible = "", IReadOnlyList<ArchivedFile>? files = null)
    {
        await BlobLock.ShareAsync(db, cancellationToken);
        var (sha256, length) = await StoreAsync(CanonicalJson.Write(content), cancellationToken);
        var last = await db.Set<ArchiveAddendum>().Where(a => a.Unit == session.Unit && a.Session == session.Id)
            .MaxAsync(a => (int?)a.Number, cancellationToken) ?? (int)ArchiveItemKind.Other;
        db.Add(new ArchiveAddendum(session.Unit, session.Id, last + 1, kind, title, sha256, length, filedOn)
        {
            Responsible = responsible,
            Files = [.. files ?? []],
            Pages = files?.Sum(file => file.Pages) ?? 0,
        });
    }

    /// <summary>A make-up confirmed after archiving belongs to the folder all the same.</summary>
    /// <param name="evidence">Ids of the files that prove it.</param>
    public async Task AddMakeUpAsync(
        SessionName session, V1.MakeUp makeUp, IReadOnlyCollection<string> evidence, ServerCallContext context)
    {
        if (await db.Archives.AnyAsync(a => a.Unit == session.Unit && a.Session == session.Id, context.CancellationToken))
        {
            var files = await db.MaterialFiles.AsNoTracking()
                .Where(f => f.Unit == session.Unit && f.Session == session.Id && evidence.Contains(f.Id))
                .OrderBy(f => f.Id).ToListAsync(context.CancellationToken);
            await AddAsync(
                session, ArchiveItemKind.LeaveAndMakeUp, $"补学记录（{makeUp.DisplayName}）", CanonicalJson.Of(makeUp), clock.Today(),
                context.CancellationToken, makeUp.DisplayName, [.. files.Select((file, i) => Of(file, i + 1))]);
            await db.SaveChangesAsync(context.CancellationToken);
        }
    }

    private async Task<ArchivedDocument> StoreAsync(ArchiveDocument document, DateOnly on, CancellationToken cancellationToken)
    {
        var (sha256, length) = await StoreAsync(CanonicalJson.Write(document.Content), cancellationToken);
        var files = new List<ArchivedFile>();
        if (document.Paper is { } paper)
        {
            var printed = await StoreAsync(paper.ToDocx(), cancellationToken);
            files.Add(new ArchivedFile(
                1, FileNames.Clean(document.Title, ".docx"), Download.Docx, printed.Sha256, printed.Length, PageCount.Of(paper)));
        }

        foreach (var file in document.Files)
        {
            // What the index names must be there at the moment it is frozen.
            await using var bytes = await blobs.OpenAsync(file.Sha256, cancellationToken: cancellationToken)
                ?? throw MaterialErrors.Damaged(file.ResourceName);
            files.Add(Of(file, files.Count + 1));
        }

        return new ArchivedDocument(
            (int)document.Kind, document.Kind, document.Title, sha256, length, on, document.Responsible, document.DatedOn,
            files.Sum(file => file.Pages), files);
    }

    public static ArchivedFile Of(Materials.MaterialFile file, int number) =>
        new(number, file.FileName, file.ContentType, file.Sha256, file.Length, file.Pages);

    private async Task<StoredBlob> StoreAsync(byte[] content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(content);
        return await blobs.StoreAsync(bytes, cancellationToken);
    }
}

/// <summary>The index as canonical JSON: what its hash is of.</summary>
internal static class ArchiveIndex
{
    public static JsonObject Of(SessionArchive archive, IEnumerable<ArchivedDocument> items) => new()
    {
        ["archive"] = archive.ResourceName,
        ["archivedOn"] = archive.ArchivedOn.ToText(),
        ["archivedBy"] = archive.ArchivedBy,
        ["retention"] = archive.Retention.UpperSnake(),
        ["items"] = new JsonArray([.. items.Select(Of)]),
    };

    private static JsonObject Of(ArchivedDocument item) => new()
    {
        ["number"] = item.Number,
        ["title"] = item.Title,
        ["responsible"] = item.Responsible,
        ["datedOn"] = item.DatedOn.ToText(),
        ["pages"] = item.Pages,
        ["sha256"] = item.Sha256,
        ["length"] = Text(item.Length),
        ["files"] = new JsonArray([.. (item.Files ?? []).Select(file => new JsonObject
        {
            ["fileName"] = file.FileName,
            ["sha256"] = file.Sha256,
            ["length"] = Text(file.Length),
        })]),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
