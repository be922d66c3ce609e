using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Supervision.Schemes;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Assessments;

internal sealed partial class AssessmentService
{
    public override async Task<V1.Assessment> ScoreLineByHand(ScoreLineByHandRequest request, ServerCallContext context)
    {
        var assessment = await FindAsync(request.Name, context);
        var line = RequireLine(assessment, request.Line);
        var wrong = new Violations().OptionalText("note", request.Note, 1000)
            .Range("count", request.Count, 0, 1000)
            .Range("evidence", request.Evidence.Count, 0, 20);
        for (var i = 0; i < request.Evidence.Count; i++)
        {
            wrong.Text($"evidence[{i}]", request.Evidence[i]);
        }

        var (count, points) = Scored(line, request.Count, request.Points, line.Points, wrong);
        wrong.AddIf(count > 0 && points > 0 && request.Evidence.Count == 0, "evidence", "EVIDENCE_MISSING").ThrowIfAny();

        assessment.ScoreByHand(line.Key, new LineResult(count, points, [.. request.Evidence], request.Note, true));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(assessment);
    }

    private static (int Count, decimal Points) Scored(
        SchemeLine line, int count, string text, decimal otherwise, Violations wrong)
    {
        var isManual = line.Method == ScoreMethod.Manual;
        wrong.AddIf(isManual && text.Length == 0, "points", "FIELD_REQUIRED");
        var points = wrong.Points("points", text) ?? otherwise;
        wrong.AddIf(!line.Allows(points), "points", "POINTS_INVALID", ("value", text));
        return (isManual ? 1 : count, points);
    }
}
