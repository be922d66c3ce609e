using System.Globalization;
using StudySuite.Defaults.Errors;

namespace StudySuite.Planning.Plans;

/// <summary>What the secretary writes of a plan, checked as a whole.</summary>
internal static class PlanContent
{
    public static void Check(V1.AnnualPlan? plan, IReadOnlySet<string> fields, Violations wrong)
    {
        if (plan is null)
        {
            wrong.Add("plan", "FIELD_REQUIRED");
            return;
        }

        if (fields.Contains("title"))
        {
            wrong.Text("plan.title", plan.Title);
        }

        if (fields.Contains("guiding_ideas"))
        {
            wrong.OptionalText("plan.guiding_ideas", plan.GuidingIdeas, 4000);
        }

        if (fields.Contains("items"))
        {
            CheckItems(plan, wrong);
        }
    }

    /// <summary>Items without an id get the next free number, so that sessions can refer to them.</summary>
    public static List<PlanItem> ItemsOf(V1.AnnualPlan plan)
    {
        var taken = plan.Items.Select(item => item.Id).Where(id => id.Length > 0).ToHashSet();
        var next = 0;
        return [.. plan.Items.Select(item => new PlanItem(
            item.Id.Length > 0 ? item.Id : NextFree(), item.Month, item.Topic, item.Category, [.. item.Materials],
            [.. item.KeynoteSpeakers], item.Lecturer, item.ConversionGoal, item.ResponsibleDepartment))];

        string NextFree()
        {
            string id;
            do
            {
                id = (++next).ToString("d2", CultureInfo.InvariantCulture);
            }
            while (!taken.Add(id));
            return id;
        }
    }

    private static void CheckItems(V1.AnnualPlan plan, Violations wrong)
    {
        wrong.AddIf(plan.Items.Count == 0, "plan.items", "FIELD_REQUIRED");
        wrong.Range("plan.items", plan.Items.Count, 0, 200);
        for (var i = 0; i < plan.Items.Count; i++)
        {
            var (item, at) = (plan.Items[i], $"plan.items[{i}]");
            wrong.OptionalId($"{at}.id", item.Id)
                .AddIf(item.Id.Length > 0 && plan.Items.Take(i).Any(other => other.Id == item.Id), $"{at}.id", "PLAN_ITEM_ID_REPEATED")
                .Range($"{at}.month", item.Month, 1, 12)
                .Text($"{at}.topic", item.Topic)
                .OptionalText($"{at}.category", item.Category, 100)
                .OptionalText($"{at}.lecturer", item.Lecturer)
                .OptionalText($"{at}.conversion_goal", item.ConversionGoal, 1000)
                .OptionalText($"{at}.responsible_department", item.ResponsibleDepartment);
            foreach (var text in item.Materials.Concat(item.KeynoteSpeakers))
            {
                wrong.Text($"{at}.materials", text);
            }
        }
    }
}
