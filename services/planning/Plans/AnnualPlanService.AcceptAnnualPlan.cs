using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService
{
    public override async Task<V1.AnnualPlan> AcceptAnnualPlan(AcceptAnnualPlanRequest request, ServerCallContext context)
    {
        new Violations().Text("receipt_number", request.ReceiptNumber, 60).ThrowIfAny();
        var plan = await FindAsync(request.Name, context);

        plan.Accept(request.ReceiptNumber);
        db.Enqueue(new PlanAccepted(plan.ResourceName, plan.Unit, plan.Year, request.ReceiptNumber, plan.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return plan.ToProto();
    }

    public override async Task<V1.AnnualPlan> ReturnAnnualPlan(ReturnAnnualPlanRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 1000).ThrowIfAny();
        var plan = await FindAsync(request.Name, context);
        var (caller, path) = (context.Caller(), context.Call().UnitPath!);

        plan.Return(request.Reason, caller.Has(Role.GroupLeader, path), caller.Has(Role.Publicity, path));
        db.Enqueue(new PlanReturned(plan.ResourceName, plan.Unit, plan.Year, request.Reason, plan.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return plan.ToProto();
    }
}
