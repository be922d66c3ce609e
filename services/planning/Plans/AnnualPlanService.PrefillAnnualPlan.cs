using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Arrangements;
using StudySuite.Planning.Categories;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService
{
    public override async Task<V1.AnnualPlan> PrefillAnnualPlan(PrefillAnnualPlanRequest request, ServerCallContext context)
    {
        new Violations().Range("year", request.Year, 2000, 2100).ThrowIfAny();
        var (code, cancellationToken) = (context.Call().Unit!, context.CancellationToken);
        var unit = await db.UnitViews.AsNoTracking().SingleAsync(view => view.Code == code, cancellationToken);

        var items = new List<PlanItem>();
        if (!request.WithoutArrangements)
        {
            var placed = await db.InForceAsync(request.Year, cancellationToken);
            items.AddRange(placed.Where(p => p.IsFor(unit, clock.Today())).OrderBy(p => p.Arrangement.Id)
                .SelectMany(p => p.Arrangement.Topics.Select(topic => FromTopic(p.Arrangement, topic))));
        }

        var last = await db.Plans.AsNoTracking()
            .SingleOrDefaultAsync(plan => plan.Unit == code && plan.Year == request.Year - 1, cancellationToken);
        if (last is not null && !request.WithoutLastYear)
        {
            var categories = await db.CategoryTitlesAsync(cancellationToken);
            items.AddRange(last.Items.Where(item => items.TrueForAll(there => there.Topic != item.Topic))
                .Select(item => FromLastYear(item, categories)).ToList());
        }

        return new V1.AnnualPlan
        {
            Year = request.Year,
            Title = $"{unit.Name}理论学习中心组{request.Year}年度学习计划",
            GuidingIdeas = last?.GuidingIdeas ?? "",
            Requirements = last?.Requirements ?? "",
            Items = { items.OrderBy(item => item.Month).Select(item => item.ToProto()) },
        };
    }

    /// <summary>In the month in which its period begins; the unit may move it within the period.</summary>
    private static PlanItem FromTopic(Arrangements.ThematicArrangement arrangement, Arrangements.ArrangementTopic topic) => new(
        "", topic.StartsOn.Year < arrangement.Year ? 1 : topic.StartsOn.Month, topic.Title, "",
        [.. topic.MustRead, .. topic.OptionalRead], [], "", "", "")
    {
        ArrangementTopic = arrangement.TopicName(topic.Id),
    };

    /// <summary>Who speaks and lectures is decided anew; what was fulfilled last year is not fulfilled again.</summary>
    private static PlanItem FromLastYear(PlanItem item, HashSet<string> categories) => item with
    {
        Id = "",
        Category = categories.Contains(item.Category) ? item.Category : "",
        KeynoteSpeakers = [],
        Lecturer = "",
        ResearchTopic = "",
        ArrangementTopic = "",
    };
}
