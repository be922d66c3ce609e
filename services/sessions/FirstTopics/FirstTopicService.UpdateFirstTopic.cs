using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.FirstTopics;

internal sealed partial class FirstTopicService
{
    public override async Task<V1.FirstTopic> UpdateFirstTopic(UpdateFirstTopicRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, FirstTopicContent.Fields);
        var topic = await FindAsync(request.FirstTopic.Name, context);
        topic.RequireEtag(request.FirstTopic.Etag);
        var asked = ToProto(topic);
        Content.Take(fields, request.FirstTopic, asked);
        var wrong = new Violations();
        var content = FirstTopicContent.Check(asked, wrong, clock);
        wrong.ThrowIfAny();

        topic.Pool(content, topic.FollowUpDays, topic.Rulebook);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(topic);
    }

    public override async Task<V1.FirstTopic> DropFirstTopic(DropFirstTopicRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).NoSecretMarks("", request).ThrowIfAny();
        var topic = await FindAsync(request.Name, context);
        topic.RequireEtag(request.Etag);

        topic.Drop(request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(topic);
    }

    public override async Task<V1.FirstTopic> ReportMeasure(ReportMeasureRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("progress", request.Progress, 1000).NoSecretMarks("", request);
        var doneOn = wrong.OptionalPastDate("done_on", request.DoneOn, clock);
        wrong.ThrowIfAny();
        var topic = await FindAsync(request.Name, context);
        topic.RequireEtag(request.Etag);

        topic.Report(new MeasureReport(request.Number, request.Progress, clock.Today(), doneOn));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(topic);
    }
}
