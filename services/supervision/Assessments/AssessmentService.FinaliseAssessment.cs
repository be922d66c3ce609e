using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Assessments;

internal sealed partial class AssessmentService
{
    public override async Task<V1.Assessment> ShowAssessment(ShowAssessmentRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("shown_on", request.ShownOn, clock);
        wrong.ThrowIfAny();
        var assessment = await FindAsync(request.Name, context);

        assessment.Show(on);
        db.Enqueue(new AssessmentShown(
            assessment.ResourceName, assessment.Unit, assessment.Scheme, on, assessment.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(assessment);
    }

    public override async Task<V1.Assessment> AppealAssessment(AppealAssessmentRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("reason", request.Reason, 1000);
        var on = wrong.StepDate("appealed_on", request.AppealedOn, clock);
        wrong.ThrowIfAny();
        var assessment = await FindAsync(request.Name, context);
        RequireLine(assessment, request.Line);

        assessment.Appeal(request.Line, context.Caller().Person, on, request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(assessment);
    }

    public override async Task<V1.Assessment> DecideAppeal(DecideAppealRequest request, ServerCallContext context)
    {
        var assessment = await FindToDecideAsync(request.Name, context);
        var line = RequireLine(assessment, request.Line);
        assessment.RequireShown();
        var wrong = new Violations().Text("opinion", request.Opinion, 1000).Range("count", request.Count, 0, 1000);
        (int Count, decimal Points)? scored = request.IsAccepted
            ? Scored(line, request.Count, request.Points, assessment.Results[line.Key].Points, wrong)
            : null;
        wrong.ThrowIfAny();

        assessment.DecideAppeal(line.Key, context.Caller().Person, request.Opinion, scored);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(assessment);
    }

    public override async Task<V1.Assessment> FinaliseAssessment(FinaliseAssessmentRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("finalised_on", request.FinalisedOn, clock);
        wrong.ThrowIfAny();
        var assessment = await FindToDecideAsync(request.Name, context);

        assessment.Finalise(on);
        db.Enqueue(new AssessmentFinalised(
            assessment.ResourceName, assessment.Unit, assessment.Scheme, on, assessment.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(assessment);
    }
}
