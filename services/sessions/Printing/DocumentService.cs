using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Roster;
using StudySuite.Sessions.Archives;
using StudySuite.Sessions.FirstTopics;
using StudySuite.Sessions.MaterialPacks;
using StudySuite.Sessions.Materials;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Printing;

internal sealed class DocumentService(SessionsDbContext db, RollBook rolls) : V1.DocumentService.DocumentServiceBase
{
    private static readonly Role[] Archivists = [Role.StudySecretary, Role.GroupLeader, Role.Publicity, Role.Observer];

    public override async Task<HttpBody> PrintDocument(PrintDocumentRequest request, ServerCallContext context)
    {
        var parts = ResourceName.Parse("units/{unit}/sessions/{session}/documents/{document}", request.Name);
        var form = request.Form == DocumentForm.Unspecified ? DocumentForm.Docx : request.Form;
        new Violations().Enum("form", form).ThrowIfAny();
        var session = await db.FindSessionAsync(new SessionName(parts[0], parts[1]), context);

        var (title, document) = await WriteAsync(parts[2], session, request.Name, context);
        return Download.Send(context, document.ToDownload(
            form == DocumentForm.PrintPage ? FileForm.Print : FileForm.Docx, $"{title}-{session.Topic}"));
    }

    private async Task<(string Title, Document Document)> WriteAsync(
        string which, StudySession session, string name, ServerCallContext context)
    {
        var unit = await db.UnitNameAsync(session.Unit, context.CancellationToken);
        switch (which)
        {
            case "scheme":
                return ("学习方案", SessionPapers.Scheme(session, unit));
            case "notice":
                return ("会议通知", session.Notice.IsIssued ? SessionPapers.Notice(session) : throw SessionErrors.NoticeNotFound(session));
            case "materials":
                return ("学习资料目录", context.Call().SeesMaterials(session)
                    ? ContentsPage.Write(session, unit, await PackContents.ReadAsync(db, session, context.CancellationToken))
                    : throw MaterialErrors.NotReleased(session));
            case "signInSheet":
                RequireRecords(context);
                return ("签到表", await SignInSheetAsync(session, unit, context.CancellationToken));
            case "record":
                RequireRecords(context);
                var sheet = await rolls.ReadAsync(new SessionName(session.Unit, session.Id), context.CancellationToken);
                var firstTopics = await StudiedTopics.TitlesAsync(db, session, context.CancellationToken);
                return ("学习记录", RecordPapers.Record(session, unit, sheet, firstTopics));
            case "archiveIndex":
                return ("档案目录", await IndexAsync(session, unit, name, context));
            default:
                throw DocumentErrors.Unknown(name);
        }
    }

    private async Task<Document> SignInSheetAsync(StudySession session, string unit, CancellationToken cancellationToken)
    {
        if (await rolls.ReadAsync(new SessionName(session.Unit, session.Id), cancellationToken) is { } sheet)
        {
            return SignInSheet.Write(session, unit, sheet.HeldOn, sheet.Entries, sheet.Totals());
        }

        var members = await db.MemberViews.AsNoTracking().OfUnitOn(session.Unit, session.PlannedOn).ToListAsync(cancellationToken);
        return SignInSheet.Write(
            session, unit, session.PlannedOn,
            [.. members.DistinctBy(member => member.Person).Select(member => new RollEntry(
                member.Person, member.Name, member.Post, member.IsFull, AttendanceStatus.Unspecified, "", null))],
            totals: null);
    }

    private async Task<Document> IndexAsync(StudySession session, string unit, string name, ServerCallContext context)
    {
        RequireRole(context, Archivists);
        var archive = await db.Archives.AsNoTracking().VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(a => a.Unit == session.Unit && a.Session == session.Id, context.CancellationToken)
            ?? throw ArchiveErrors.NotFound(name);
        var addenda = await db.Set<ArchiveAddendum>().AsNoTracking()
            .Where(a => a.Unit == session.Unit && a.Session == session.Id).OrderBy(a => a.Number)
            .ToListAsync(context.CancellationToken);
        return FolderPapers.Index(archive, addenda.Select(addendum => addendum.ToDocument()), session.Topic, unit);
    }

    private static void RequireRecords(ServerCallContext context)
    {
        if (!context.Call().SeesRecords())
        {
            throw CommonErrors.RoleMissing(context.Call().Action);
        }
    }

    private static void RequireRole(ServerCallContext context, Role[] roles)
    {
        if (!context.Caller().HasAny(roles, context.Call().UnitPath!))
        {
            throw CommonErrors.RoleMissing(context.Call().Action);
        }
    }
}
