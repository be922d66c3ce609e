using System.Globalization;
using System.Text.Json.Nodes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Files;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Archives;

/// <summary>
/// Puts documents into the blob store and their names into rows. Blobs come first: a crash in between leaves blobs that
/// nothing names, which are stored again under the same hash, and no row that names a missing one.
/// </summary>
internal sealed class ArchiveFolder(
    SessionsDbContext db, [FromKeyedServices(SessionsModule.Shelf)] IBlobs blobs, TimeProvider clock)
{
    /// <summary>Under the roll's lock; saved by the caller.</summary>
    public async Task<SessionArchive> FreezeAsync(
        StudySession session, RollSheet sheet, DateOnly on, Retention retention, ServerCallContext context)
    {
        var items = new List<ArchivedDocument>();
        foreach (var document in await ArchiveDocuments.CollectAsync(db, session, sheet, on, context.CancellationToken))
        {
            var (sha256, length) = await StoreAsync(document.Content, context.CancellationToken);
            items.Add(new ArchivedDocument((int)document.Kind, document.Kind, document.Title, sha256, length, on));
        }

        var archive = new SessionArchive(session.Unit, session.Id, on, $"people/{context.Caller().Person}", retention);
        var index = await StoreAsync(Index(archive, items), context.CancellationToken);
        archive.Freeze(items, index.Sha256);
        db.Add(archive);
        return archive;
    }

    /// <summary>Under the roll's lock; saved by the caller.</summary>
    public async Task AddAsync(
        SessionName session, ArchiveItemKind kind, string title, JsonNode content, DateOnly filedOn,
        CancellationToken cancellationToken)
    {
        var (sha256, length) = await StoreAsync(content, cancellationToken);
        var last = await db.Set<ArchiveAddendum>().Where(a => a.Unit == session.Unit && a.Session == session.Id)
            .MaxAsync(a => (int?)a.Number, cancellationToken) ?? (int)ArchiveItemKind.Other;
        db.Add(new ArchiveAddendum(session.Unit, session.Id, last + 1, kind, title, sha256, length, filedOn));
    }

    /// <summary>A make-up confirmed after archiving belongs to the folder all the same.</summary>
    public async Task AddMakeUpAsync(SessionName session, V1.MakeUp makeUp, ServerCallContext context)
    {
        if (await db.Archives.AnyAsync(a => a.Unit == session.Unit && a.Session == session.Id, context.CancellationToken))
        {
            await AddAsync(
                session, ArchiveItemKind.LeaveAndMakeUp, $"补学记录（{makeUp.DisplayName}）", CanonicalJson.Of(makeUp), clock.Today(),
                context.CancellationToken);
            await db.SaveChangesAsync(context.CancellationToken);
        }
    }

    private async Task<StoredBlob> StoreAsync(JsonNode content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(CanonicalJson.Write(content));
        return await blobs.StoreAsync(bytes, cancellationToken);
    }

    private static JsonObject Index(SessionArchive archive, List<ArchivedDocument> items) => new()
    {
        ["archive"] = archive.ResourceName,
        ["archivedOn"] = archive.ArchivedOn.ToText(),
        ["archivedBy"] = archive.ArchivedBy,
        ["retention"] = archive.Retention.UpperSnake(),
        ["items"] = new JsonArray([.. items.Select(item => new JsonObject
        {
            ["number"] = item.Number,
            ["title"] = item.Title,
            ["sha256"] = item.Sha256,
            ["length"] = item.Length.ToString(CultureInfo.InvariantCulture),
        })]),
    };
}
