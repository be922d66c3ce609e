using Grpc.Core;
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
            
            .OptionalText("reflection", request.Reflection, 5000).NoSecretMarks("", request);
        var doneOn = wrong.PastDate("done_on", request.DoneOn, clock);
        wrong.ThrowIfAny();
        var makeUp = await FindAsync(request.Name, context);
        makeUp.RequireEtag(request.Etag);
        wrong.AddIf(doneOn < makeUp.MissedOn, "done_on", "DONE_BEFORE_SESSION");
        var reportedAt = await ReportedAtAsync(request, makeUp, wrong, context.CancellationToken);
        await CheckEvidenceAsync(request, makeUp, wrong, context.CancellationToken);
        wrong.ThrowIfAny();

        makeUp.Submit(request.Way, request.Content, doneOn, request.Reflection, reportedAt);
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
