using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using StudySuite.Sessions.Completeness;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;
using ActivityService = StudySuite.Sessions.Activities.ActivityService;
using LeaveRequestService = StudySuite.Sessions.LeaveRequests.LeaveRequestService;
using MakeUpService = StudySuite.Sessions.MakeUps.MakeUpService;
using NoticeService = StudySuite.Sessions.Notices.NoticeService;
using RecordService = StudySuite.Sessions.Records.RecordService;
using RollService = StudySuite.Sessions.Rolls.RollService;
using SchemeService = StudySuite.Sessions.Schemes.SchemeService;
using SessionService = StudySuite.Sessions.StudySessions.SessionService;

namespace StudySuite.Sessions.Archives;

internal sealed record ArchiveDocument(ArchiveItemKind Kind, string Title, JsonNode Content);

/// <summary>What goes into the folder of a session, in the order of DOMAIN §11.17; the number is that of the kind.</summary>
internal static class ArchiveDocuments
{
    public static async Task<List<ArchiveDocument>> CollectAsync(
        SessionsDbContext db, StudySession session, RollSheet sheet, DateOnly day, CancellationToken cancellationToken)
    {
        var (unit, id) = (session.Unit, session.Id);
        var leaves = await db.LeaveRequests.AsNoTracking().Where(l => l.Unit == unit && l.Session == id)
            .OrderBy(l => l.Person).ToListAsync(cancellationToken);
        var makeUps = await db.MakeUps.AsNoTracking().Where(m => m.Unit == unit && m.Session == id)
            .OrderBy(m => m.Person).ToListAsync(cancellationToken);
        var activities = await db.Activities.AsNoTracking().Where(a => a.Unit == unit && a.Session == id && !a.IsWithdrawn)
            .OrderBy(a => a.HappenedOn).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var notice = await NoticeService.ToProtoAsync(db, session, cancellationToken);
        var record = RecordService.ToProto(session);
        var reflections = activities.Where(a => a.Kind == ActivityKind.Reflection).Select(ActivityService.ToProto);
        var others = activities.Where(a => a.Kind != ActivityKind.Reflection).Select(ActivityService.ToProto);
        var roll = await db.Rolls.AsNoTracking().SingleAsync(r => r.Unit == unit && r.Session == id, cancellationToken);
        var sevenHaves = SevenHavesChecks.Run(session, roll);

        return
        [
            new(ArchiveItemKind.Plan, "年度计划（引用）", CanonicalJson.Of(SessionService.ToProto(session))),
            new(ArchiveItemKind.Scheme, "学习方案", CanonicalJson.Of(SchemeService.ToProto(session))),
            new(ArchiveItemKind.Notice, "会议通知", CanonicalJson.Of(notice)),
            new(ArchiveItemKind.Materials, "学习资料目录", new JsonObject
            {
                ["materials"] = CanonicalJson.Of(session.Scheme.Materials),
                ["materialVolumes"] = session.MaterialVolumes,
            }),
            new(ArchiveItemKind.Roll, "签到表", CanonicalJson.Of(RollService.ToProto(sheet))),
            new(ArchiveItemKind.LeaveAndMakeUp, "请假和补学", new JsonObject
            {
                ["leaveRequests"] = CanonicalJson.Of(leaves.Select(LeaveRequestService.ToProto)),
                ["makeUps"] = CanonicalJson.Of(makeUps.Select(makeUp => MakeUpService.ToProto(makeUp, day))),
            }),
            new(ArchiveItemKind.Record, "学习记录", CanonicalJson.Of(record)),
            new(ArchiveItemKind.Speeches, "研讨发言材料", new JsonObject { ["speeches"] = CanonicalJson.Of(record.Speeches) }),
            new(ArchiveItemKind.Notes, "学习笔记和心得体会", new JsonObject
            {
                ["notesCheckedOn"] = record.NotesCheckedOn,
                ["notesCheckedBy"] = record.NotesCheckedBy,
                ["reflections"] = CanonicalJson.Of(reflections),
            }),
            new(ArchiveItemKind.Publicity, "宣传报道", new JsonObject
            {
                ["publicityItems"] = CanonicalJson.Of(record.PublicityItems),
                ["noPublicityReason"] = record.NoPublicityReason,
            }),
            new(ArchiveItemKind.Other, "其他材料", new JsonObject
            {
                ["sevenHaves"] = new JsonObject(sevenHaves.Select(check =>
                    KeyValuePair.Create(check.Kind.UpperSnake(), (JsonNode?)check.Result.UpperSnake()))),
                ["activities"] = CanonicalJson.Of(others),
            }),
        ];
    }
}
