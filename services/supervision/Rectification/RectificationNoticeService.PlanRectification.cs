using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

internal sealed partial class RectificationNoticeService
{
    public override async Task<V1.RectificationNotice> AcknowledgeRectificationNotice(
        AcknowledgeRectificationNoticeRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("received_on", request.ReceivedOn, clock);
        wrong.ThrowIfAny();
        var notice = await FindAsync(request.Name, context);

        notice.Acknowledge(context.Caller().Person, on);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(notice);
    }

    public override async Task<V1.RectificationNotice> PlanRectification(
        PlanRectificationRequest request, ServerCallContext context)
    {
        var notice = await FindAsync(request.Name, context);
        var wrong = new Violations().EachItemOnce("items", notice, [.. request.Items.Select(item => item.Item)]);
        var on = wrong.StepDate("planned_on", request.PlannedOn, clock);
        var plans = new Dictionary<int, MeasurePlan>();
        for (var i = 0; i < request.Items.Count; i++)
        {
            plans[request.Items[i].Item] = PlanOf(request.Items[i], $"items[{i}]", notice, wrong);
        }

        wrong.ThrowIfAny();

        notice.Plan(context.Caller().Person, on, plans);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(notice);
    }

    public override async Task<V1.RectificationNotice> StartRectification(
        StartRectificationRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("started_on", request.StartedOn, clock);
        wrong.ThrowIfAny();
        var notice = await FindAsync(request.Name, context);

        notice.Start(context.Caller().Person, on);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(notice);
    }

    private static MeasurePlan PlanOf(ItemPlan asked, string at, RectificationNotice notice, Violations wrong)
    {
        wrong.Text($"{at}.measures", asked.Measures, 2000)
            .Text($"{at}.responsible_leader", asked.ResponsibleLeader, 100)
            .Text($"{at}.responsible_unit", asked.ResponsibleUnit)
            .Text($"{at}.responsible_person", asked.ResponsiblePerson, 100);
        var dueOn = wrong.Date($"{at}.due_on", asked.DueOn);
        wrong.AddIf(
            dueOn != default && dueOn < notice.IssuedOn, $"{at}.due_on", "DATE_TOO_EARLY",
            ("earliest", notice.IssuedOn.ToText()));
        return new MeasurePlan(
            asked.Measures, asked.ResponsibleLeader, asked.ResponsibleUnit, asked.ResponsiblePerson, dueOn);
    }
}
