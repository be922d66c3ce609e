using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Personal;

internal sealed class SelfStudyPlanService(PlanningDbContext db) : V1.SelfStudyPlanService.SelfStudyPlanServiceBase
{
    public override async Task<V1.SelfStudyPlan> CreateSelfStudyPlan(
        CreateSelfStudyPlanRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.SelfStudyPlan ?? new V1.SelfStudyPlan();
        var wrong = new Violations()
            .OptionalId("self_study_plan_id", request.SelfStudyPlanId)
            .Range("self_study_plan.year", asked.Year, 2000, 2100);
        var items = Read(asked, wrong);
        wrong.ThrowIfAny();

        var plan = new SelfStudyPlan(unit, ResourceName.NewId(request.SelfStudyPlanId), context.Caller().Person, asked.Year);
        plan.Write(items, asked.Shown);
        db.Add(plan);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("self_study_plan"))
        {
            throw SelfStudyPlanErrors.Exists(plan.ResourceName);
        }

        return ToProto(plan);
    }

    public override async Task<V1.SelfStudyPlan> GetSelfStudyPlan(GetSelfStudyPlanRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, Readable(context), context));

    public override async Task<ListSelfStudyPlansResponse> ListSelfStudyPlans(
        ListSelfStudyPlansRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var plans = Readable(context).AsNoTracking();
        if (Paging.After<string>(request.PageToken) is { } after)
        {
            plans = plans.Where(plan => plan.Id.CompareTo(after) > 0);
        }

        var read = await plans.OrderBy(plan => plan.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, plan => plan.Id);

        return new ListSelfStudyPlansResponse { SelfStudyPlans = { rows.Select(ToProto) }, NextPageToken = next };
    }

    public override async Task<V1.SelfStudyPlan> UpdateSelfStudyPlan(
        UpdateSelfStudyPlanRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, "items", "shown");
        var asked = request.SelfStudyPlan ?? new V1.SelfStudyPlan();
        var wrong = new Violations();
        var items = fields.Contains("items") ? Read(asked, wrong) : null;
        wrong.ThrowIfAny();
        var plan = await FindAsync(asked.Name, Own(context), context);
        plan.RequireEtag(asked.Etag);

        plan.Write(items, fields.Contains("shown") ? asked.Shown : null);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(plan);
    }

    public override async Task<Empty> DeleteSelfStudyPlan(DeleteSelfStudyPlanRequest request, ServerCallContext context)
    {
        db.Remove(await FindAsync(request.Name, Own(context), context));
        await db.SaveChangesAsync(context.CancellationToken);

        return new Empty();
    }

    private IQueryable<SelfStudyPlan> Own(ServerCallContext context)
    {
        var person = context.Caller().Person;
        return db.SelfStudyPlans.VisibleTo(context.Call(), db).Where(plan => plan.Person == person);
    }

    private IQueryable<SelfStudyPlan> Readable(ServerCallContext context)
    {
        var person = context.Caller().Person;
        return db.SelfStudyPlans.VisibleTo(context.Call(), db).Where(plan => plan.Person == person || plan.IsShown);
    }

    private static async Task<SelfStudyPlan> FindAsync(
        string name, IQueryable<SelfStudyPlan> plans, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/selfStudyPlans/{self_study_plan}", name)[1];
        return await plans.SingleOrDefaultAsync(plan => plan.Id == id, context.CancellationToken)
            ?? throw SelfStudyPlanErrors.NotFound(name);
    }

    private static List<SelfStudyItem> Read(V1.SelfStudyPlan plan, Violations wrong)
    {
        wrong.AddIf(plan.Items.Count == 0, "self_study_plan.items", "FIELD_REQUIRED")
            .Range("self_study_plan.items", plan.Items.Count, 0, 100);
        for (var i = 0; i < plan.Items.Count; i++)
        {
            var (item, at) = (plan.Items[i], $"self_study_plan.items[{i}]");
            wrong.Text($"{at}.content", item.Content, 500).OptionalText($"{at}.period", item.Period, 100)
                .OptionalText($"{at}.goal", item.Goal, 500);
        }

        return [.. plan.Items.Select(item => new SelfStudyItem(item.Content, item.Period, item.Goal))];
    }

    private static V1.SelfStudyPlan ToProto(SelfStudyPlan plan) => new()
    {
        Name = plan.ResourceName,
        Person = $"people/{plan.Person}",
        Year = plan.Year,
        Items =
        {
            plan.Items.Select(item => new V1.SelfStudyItem { Content = item.Content, Period = item.Period, Goal = item.Goal }),
        },
        Shown = plan.IsShown,
        Etag = plan.Etag,
    };
}
