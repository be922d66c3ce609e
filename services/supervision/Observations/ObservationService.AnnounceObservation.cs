using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

internal sealed partial class ObservationService
{
    public override async Task<V1.Observation> AnnounceObservation(
        AnnounceObservationRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("announced_on", request.AnnouncedOn, clock);
        wrong.ThrowIfAny();
        var observation = await FindAsync(request.Name, context);
        await CheckIndependenceAsync(
            "name", observation.Unit, observation.Observers, on, wrong, context.CancellationToken);
        wrong.ThrowIfAny();

        var rules = await Rules.LoadAsync(db, observation.Unit, on, context.CancellationToken);
        observation.JudgeBy(rules);
        observation.Warn(await db.WarningsAsync(observation, on, rules, context.CancellationToken));
        observation.Announce(on);
        EnqueueAnnounced(observation, on);
        await db.SaveChangesAsync(context.CancellationToken);

        return await AnswerAsync(observation, context);
    }

    public override async Task<V1.Observation> FixObservationDate(
        FixObservationDateRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("place", request.Place)
            .OptionalText("short_notice_reason", request.ShortNoticeReason, 500);
        var fixedOn = wrong.StepDate("fixed_on", request.FixedOn, clock);
        var datedFor = wrong.Date("dated_for", request.DatedFor);
        var isOwn = ResourceName.TryParse("units/{unit}/sessions/{session}", request.Session) is [var unit, _]
            && unit == context.Call().Unit;
        wrong.AddIf(
                !isOwn, "session", "NAME_INVALID", ("value", request.Session),
                ("pattern", $"units/{context.Call().Unit}/sessions/{{session}}"))
            .ThrowIfAny();
        var observation = await FindAsync(request.Name, context);

        var rules = await Rules.LoadAsync(db, observation.Unit, fixedOn, context.CancellationToken);
        var calendar = await WorkCalendar.LoadAsync(db, context.CancellationToken);
        observation.FixDate(
            request.Session, datedFor, request.Place, fixedOn,
            calendar.AddWorkdays(fixedOn, rules.Number("observe.report_before_wd")), request.ShortNoticeReason);
        observation.ExpectMaterials(calendar.AddWorkdays(datedFor, -rules.Number("observe.material_before_wd")));
        await db.SaveChangesAsync(context.CancellationToken);

        return await AnswerAsync(observation, context);
    }

    public override async Task<V1.Observation> SendObservationMaterials(
        SendObservationMaterialsRequest request, ServerCallContext context)
    {
        var asked = request.Materials ?? new SentMaterials();
        var observation = await FindAsync(request.Name, context);
        var wrong = new Violations()
            .Range("materials.materials", asked.Materials.Count, 0, 50)
            .Range("materials.speech_drafts", asked.SpeechDrafts.Count, 0, 50);
        var on = wrong.StepDate("materials.sent_on", asked.SentOn, clock);
        var scheme = asked.Scheme.Length > 0 ? asked.Scheme : $"{observation.Session}/scheme";
        var (ofSession, ofUnit) = ($"{observation.Session}/", $"units/{observation.Unit}/");
        Refer([scheme], _ => "materials.scheme", ofSession, wrong);
        Refer(asked.Materials, i => $"materials.materials[{i}]", ofSession, wrong);
        Refer(asked.SpeechDrafts, i => $"materials.speech_drafts[{i}]", ofUnit, wrong);
        if (observation.State == ObservationState.Dated)
        {
            wrong.ThrowIfAny();
        }

        observation.SendMaterials(new SentPapers(
            scheme, [.. asked.Materials], [.. asked.SpeechDrafts], on, context.Caller().Person));
        await db.SaveChangesAsync(context.CancellationToken);

        return await AnswerAsync(observation, context);
    }

    /// <summary>Only what the unit entered itself; nothing is typed again.</summary>
    private static void Refer(IReadOnlyList<string> names, Func<int, string> at, string below, Violations wrong)
    {
        for (var i = 0; i < names.Count; i++)
        {
            wrong.AddIf(
                !names[i].StartsWith(below, StringComparison.Ordinal) || names[i].Length == below.Length || names[i].Length > 200
                    || names[i].Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('/' or '-' or '_' or '.')),
                at(i), "NAME_INVALID", ("value", names[i]), ("pattern", $"{below}…"));
        }
    }
}
