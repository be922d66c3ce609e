using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MakeUps;

internal sealed partial class MakeUpService
{
    public override async Task<V1.MakeUp> SubmitMakeUp(SubmitMakeUpRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Enum("way", request.Way).Text("content", request.Content, 2000)
            .OptionalText("reflection", request.Reflection, 5000).NoSecretMarks("", request)
            .Range("evidence", request.Evidence.Count, 0, 10);
        var doneOn = wrong.PastDate("done_on", request.DoneOn, clock);
        wrong.ThrowIfAny();
        var makeUp = await FindAsync(request.Name, context);
        makeUp.RequireEtag(request.Etag);
        wrong.AddIf(doneOn < makeUp.MissedOn, "done_on", "DONE_BEFORE_SESSION");
        var reportedAt = await ReportedAtAsync(request, makeUp, wrong, context.CancellationToken);
        await CheckEvidenceAsync(request, makeUp, wrong, context.CancellationToken);
        var evidence = await EvidenceAsync(request, makeUp, wrong, context);
        wrong.ThrowIfAny();

        makeUp.Submit(request.Way, request.Content, doneOn, request.Reflection, reportedAt, evidence);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(makeUp);
    }

    private async Task<string> ReportedAtAsync(
        SubmitMakeUpRequest request, MakeUp makeUp, Violations wrong, CancellationToken cancellationToken)
    {
        if (request.ReportedAt.Length == 0)
        {
            return "";
        }

        var isKnown = SessionName.TryParse(request.ReportedAt) is { } session && session.Unit == makeUp.Unit
            && session.Id != makeUp.Session && await db.HasSessionAsync(session.Unit, session.Id, cancellationToken);
        wrong.AddIf(!isKnown, "reported_at", "SESSION_UNKNOWN", ("value", request.ReportedAt));
        return SessionName.TryParse(request.ReportedAt)?.Id ?? "";
    }

    /// <summary>Ids of the files; a member names what he uploaded himself.</summary>
    private async Task<List<string>> EvidenceAsync(
        SubmitMakeUpRequest request, MakeUp makeUp, Violations wrong, ServerCallContext context)
    {
        var (me, isStaff) = ($"people/{context.Caller().Person}", context.Call().IsStaff(context.Call().UnitPath!));
        var there = request.Evidence.Count == 0 ? [] : await db.MaterialFiles.AsNoTracking()
            .Where(file => file.Unit == makeUp.Unit && file.Session == makeUp.Session
                && file.Part == ArchiveItemKind.LeaveAndMakeUp && (isStaff || file.UploadedBy == me))
            .Select(file => file.Id).ToListAsync(context.CancellationToken);
        var (ids, session) = (new List<string>(), SessionName.Of(makeUp.Unit, makeUp.Session));
        for (var i = 0; i < request.Evidence.Count; i++)
        {
            var id = there.Find(id => request.Evidence[i] == $"{session}/files/{id}");
            wrong.AddIf(id is null, $"evidence[{i}]", "EVIDENCE_FILE_UNKNOWN", ("value", request.Evidence[i]));
            ids.Add(id ?? "");
        }

        return [.. ids.Distinct()];
    }

    /// <summary>A short record, an oral report at a later session, or a reflection: what the rulebook of the day asks for.</summary>
    private async Task CheckEvidenceAsync(
        SubmitMakeUpRequest request, MakeUp makeUp, Violations wrong, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, makeUp.Unit, makeUp.MissedOn, cancellationToken);
        var evidence = rules.Text("makeup.evidence");
        wrong.AddIf(
                evidence == "oral_report" && request.ReportedAt.Length == 0, "reported_at", "EVIDENCE_REQUIRED",
                ("rulebook", rules.Rulebook))
            .AddIf(
                evidence == "reflection" && request.Reflection.Length == 0, "reflection", "EVIDENCE_REQUIRED",
                ("rulebook", rules.Rulebook));
    }

    public override async Task<V1.MakeUp> ReturnMakeUp(ReturnMakeUpRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).ThrowIfAny();
        var makeUp = await FindAsync(request.Name, context);
        makeUp.RequireEtag(request.Etag);

        makeUp.Return(request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(makeUp);
    }
}
