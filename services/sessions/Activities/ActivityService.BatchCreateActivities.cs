using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Activities;

internal sealed partial class ActivityService
{
    public override async Task<BatchCreateActivitiesResponse> BatchCreateActivities(
        BatchCreateActivitiesRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var wrong = new Violations().Range("requests", request.Requests.Count, 1, 200);
        CheckIds(request, wrong);
        var asked = request.Requests.Take(200)
            .Select((one, i) => ($"requests[{i}].activity", one.Activity ?? new V1.Activity())).ToList();
        await ActivityContent.CheckAsync(db, unit, asked, wrong, clock, context.CancellationToken);
        await PlanItemLinks.CheckAsync(db, unit, asked, wrong, context.CancellationToken);
        wrong.ThrowIfAny();
        await RequireNewAsync(unit, request, context.CancellationToken);

        var activities = request.Requests.Select(one => Add(unit, one.ActivityId, one.Activity)).ToList();
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("activity"))
        {
            throw ActivityErrors.Exists($"{request.Parent}/activities");
        }

        return new BatchCreateActivitiesResponse { Activities = { activities.Select(activity => ToProto(activity)) } };
    }

    private static void CheckIds(BatchCreateActivitiesRequest request, Violations wrong)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < request.Requests.Count; i++)
        {
            var one = request.Requests[i];
            wrong.OptionalId($"requests[{i}].activity_id", one.ActivityId)
                .AddIf(
                    one.ActivityId.Length > 0 && !seen.Add(one.ActivityId), $"requests[{i}].activity_id",
                    "ACTIVITY_ID_REPEATED")
                .AddIf(one.Parent.Length > 0 && one.Parent != request.Parent, $"requests[{i}].parent", "PARENT_DIFFERS");
        }
    }

    /// <summary>Names the first that is taken; the index still decides when two batches race.</summary>
    private async Task RequireNewAsync(
        string unit, BatchCreateActivitiesRequest request, CancellationToken cancellationToken)
    {
        var ids = request.Requests.Select(one => one.ActivityId).Where(id => id.Length > 0).ToList();
        var taken = ids.Count == 0 ? null : await db.Activities
            .Where(activity => activity.Unit == unit && ids.Contains(activity.Id))
            .OrderBy(activity => activity.Id).Select(activity => activity.Id).FirstOrDefaultAsync(cancellationToken);
        if (taken is not null)
        {
            throw ActivityErrors.Exists($"{request.Parent}/activities/{taken}");
        }
    }
}
