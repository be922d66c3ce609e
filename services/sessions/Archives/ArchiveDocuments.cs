using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using StudySuite.Documents;
using StudySuite.Sessions.Completeness;
using StudySuite.Sessions.FirstTopics;
using StudySuite.Sessions.MaterialPacks;
using StudySuite.Sessions.Printing;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;
using ActivityService = StudySuite.Sessions.Activities.ActivityService;
using LeaveRequestService = StudySuite.Sessions.LeaveRequests.LeaveRequestService;
using MakeUpService = StudySuite.Sessions.MakeUps.MakeUpService;
using MaterialFile = StudySuite.Sessions.Materials.MaterialFile;
using NoticeService = StudySuite.Sessions.Notices.NoticeService;
using RecordService = StudySuite.Sessions.Records.RecordService;
using RollService = StudySuite.Sessions.Rolls.RollService;
using SchemeService = StudySuite.Sessions.Schemes.SchemeService;
using SessionService = StudySuite.Sessions.StudySessions.SessionService;

namespace StudySuite.Sessions.Archives;

/// <param name="Paper">Its printed form; absent for a part that has files only.</param>
/// <param name="Responsible">责任者, by name.</param>
/// <param name="Files">Uploaded files of this part.</param>
internal sealed record ArchiveDocument(
    ArchiveItemKind Kind, string Title, JsonNode Content, Document? Paper, string Responsible, DateOnly? DatedOn)
{
    public IReadOnlyList<MaterialFile> Files { get; init; } = [];
}

/// <summary>What goes into the folder of a session, in the order of DOMAIN §11.17; the number is that of the kind.</summary>
internal static class ArchiveDocuments
{
    public static async Task<List<ArchiveDocument>> CollectAsync(
        SessionsDbContext db, StudySession session, RollSheet sheet, DateOnly day, CancellationToken cancellationToken)
    {
        var (unit, id) = (session.Unit, session.Id);
        var files = await db.MaterialFiles.AsNoTracking().Where(f => f.Unit == unit && f.Session == id)
            .OrderBy(f => f.Id).ToListAsync(cancellationToken);
        var documents = await WriteAsync(db, session, sheet, day, cancellationToken);
        if (files.Any(file => file.Part == ArchiveItemKind.Observation))
        {
            var unitName = await db.UnitNameAsync(unit, cancellationToken);
            documents.Insert(documents.Count - 1, new(
                ArchiveItemKind.Observation, "旁听反馈及整改", new JsonObject(), null, unitName, null));
        }

        return [.. documents.Select(document => document with { Files = [.. files.Where(file => file.Part == document.Kind)] })];
    }

    private static async Task<List<ArchiveDocument>> WriteAsync(
        SessionsDbContext db, StudySession session, RollSheet sheet, DateOnly day, CancellationToken cancellationToken)
    {
        var (unit, id) = (session.Unit, session.Id);
        var leaves = await db.LeaveRequests.AsNoTracking().Where(l => l.Unit == unit && l.Session == id)
            .OrderBy(l => l.Person).ToListAsync(cancellationToken);
        var makeUps = await db.MakeUps.AsNoTracking().Where(m => m.Unit == unit && m.Session == id)
            .OrderBy(m => m.Person).ToListAsync(cancellationToken);
        var activities = await db.Activities.AsNoTracking().Where(a => a.Unit == unit && a.Session == id
                && !a.IsWithdrawn && !a.IsPlanned && (a.Kind != ActivityKind.SelfStudy || a.SharedAt != ""))
            .OrderBy(a => a.HappenedOn).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var notice = await NoticeService.ToProtoAsync(db, session, cancellationToken);
        var record = RecordService.ToProto(session);
        List<Activities.Activity> reflections = [.. activities.Where(a => a.Kind == ActivityKind.Reflection)];
        List<Activities.Activity> others = [.. activities.Where(a => a.Kind != ActivityKind.Reflection)];
        var roll = await db.Rolls.AsNoTracking().SingleAsync(r => r.Unit == unit && r.Session == id, cancellationToken);
        var sevenHaves = SevenHavesChecks.Run(session, roll);
        var pack = await PackContents.ReadAsync(db, session, cancellationToken);
        var name = await db.UnitNameAsync(unit, cancellationToken);
        var firstTopics = await StudiedTopics.TitlesAsync(db, session, cancellationToken);
        var (held, recorder) = (session.HeldOn, record.Recorder);

        return
        [
            new(ArchiveItemKind.Plan, "年度计划（引用）", CanonicalJson.Of(SessionService.ToProto(session)),
                SessionPapers.Plan(session, name), name, session.PlannedOn),
            new(ArchiveItemKind.Scheme, "学习方案", CanonicalJson.Of(SchemeService.ToProto(session)),
                SessionPapers.Scheme(session, name), name, session.SchemeApprovedOn),
            new(ArchiveItemKind.Notice, "会议通知", CanonicalJson.Of(notice),
                SessionPapers.Notice(session), name, session.Notice.IssuedOn),
            new(ArchiveItemKind.Materials, "学习资料目录", new JsonObject
            {
                ["materials"] = CanonicalJson.Of(session.Scheme.Materials),
                ["materialVolumes"] = session.MaterialVolumes,
            }, ContentsPage.Write(session, name, pack), name, held),
            new(ArchiveItemKind.Roll, "签到表", CanonicalJson.Of(RollService.ToProto(sheet)),
                SignInSheet.Write(session, name, sheet.HeldOn, sheet.Entries, sheet.Totals()), recorder, held),
            new(ArchiveItemKind.LeaveAndMakeUp, "请假和补学", new JsonObject
            {
                ["leaveRequests"] = CanonicalJson.Of(leaves.Select(LeaveRequestService.ToProto)),
                ["makeUps"] = CanonicalJson.Of(makeUps.Select(makeUp => MakeUpService.ToProto(makeUp, day))),
            }, FolderPapers.Absences(session, name, leaves, makeUps), recorder, held),
            new(ArchiveItemKind.Record, "学习记录", CanonicalJson.Of(record),
                RecordPapers.Record(session, name, sheet, firstTopics), recorder, held),
            new(ArchiveItemKind.Speeches, "研讨发言材料", new JsonObject { ["speeches"] = CanonicalJson.Of(record.Speeches) },
                RecordPapers.Speeches(session, name), SpeakersOf(record, name), held),
            new(ArchiveItemKind.Notes, "学习笔记和心得体会", new JsonObject
            {
                ["notesCheckedOn"] = record.NotesCheckedOn,
                ["notesCheckedBy"] = record.NotesCheckedBy,
                ["reflections"] = CanonicalJson.Of(reflections.Select(reflection => ActivityService.ToProto(reflection))),
            }, FolderPapers.Notes(session, name, reflections), recorder, session.NotesCheckedOn),
            new(ArchiveItemKind.Publicity, "宣传报道", new JsonObject
            {
                ["publicityItems"] = CanonicalJson.Of(record.PublicityItems),
                ["noPublicityReason"] = record.NoPublicityReason,
            }, FolderPapers.Publicity(session, name), name, held),
            new(ArchiveItemKind.Other, "其他材料", new JsonObject
            {
                ["sevenHaves"] = new JsonObject(sevenHaves.Select(check =>
                    KeyValuePair.Create(check.Kind.UpperSnake(), (JsonNode?)check.Result.UpperSnake()))),
                ["activities"] = CanonicalJson.Of(others.Select(other => ActivityService.ToProto(other))),
            }, FolderPapers.Others(session, name, others), name, day),
        ];
    }

    private static string SpeakersOf(V1.Record record, string unitName)
    {
        var names = record.Speeches.Select(speech => speech.DisplayName).Where(name => name.Length > 0).Distinct().ToList();
        return names.Count switch
        {
            0 => unitName,
            <= 3 => string.Join("、", names),
            _ => $"{string.Join("、", names.Take(3))}等",
        };
    }
}
