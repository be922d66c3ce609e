using System.Globalization;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Planning.Plans;

/// <summary>What the secretary writes of a plan, checked as a whole.</summary>
internal static class PlanContent
{
    private const string TopicPattern = "units/{unit}/thematicArrangements/{arrangement}/topics/{topic}";

    public static readonly string[] Fields = ["title", "guiding_ideas", "requirements", "items"];

    /// <param name="categories">Titles of the dictionary.</param>
    public static void Check(
        V1.AnnualPlan? plan, HashSet<string> fields, IReadOnlySet<string> categories, Violations wrong)
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

        if (fields.Contains("requirements"))
        {
            wrong.OptionalText("plan.requirements", plan.Requirements, 4000);
        }

        if (fields.Contains("items"))
        {
            CheckItems(plan, categories, wrong);
        }
    }

    /// <summary>Items without an id get the next free number, so that sessions can refer to them.</summary>
    public static List<PlanItem> ItemsOf(V1.AnnualPlan plan)
    {
        var taken = plan.Items.Select(item => item.Id).Where(id => id.Length > 0).ToHashSet();
        var next = 0;
        return [.. plan.Items.Select(item => new PlanItem(
            item.Id.Length > 0 ? item.Id : NextFree(), item.Month, item.Topic, item.Category, [.. item.Materials],
            [.. item.KeynoteSpeakers], item.Lecturer, item.ConversionGoal, item.ResponsibleDepartment)
        {
            Forms = [.. item.Forms.Distinct().Select(form => (StudyForm)form)],
            ResearchTopic = item.ResearchTopic,
            ArrangementTopic = item.ArrangementTopic,
        })];

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

    private static void CheckItems(V1.AnnualPlan plan, IReadOnlySet<string> categories, Violations wrong)
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
                .AddIf(
                    item.Category.Length > 0 && !categories.Contains(item.Category), $"{at}.category", "CATEGORY_UNKNOWN",
                    ("value", item.Category.Length <= 100 ? item.Category : item.Category[..100]))
                .OptionalText($"{at}.lecturer", item.Lecturer)
                .OptionalText($"{at}.conversion_goal", item.ConversionGoal, 1000)
                .OptionalText($"{at}.responsible_department", item.ResponsibleDepartment)
                .OptionalText($"{at}.research_topic", item.ResearchTopic)
                .AddIf(
                    item.ArrangementTopic.Length > 0 && ResourceName.TryParse(TopicPattern, item.ArrangementTopic) is null,
                    $"{at}.arrangement_topic", "NAME_INVALID", ("value", item.ArrangementTopic), ("pattern", TopicPattern));
            foreach (var form in item.Forms)
            {
                wrong.Enum($"{at}.forms", form);
            }

            foreach (var text in item.Materials.Concat(item.KeynoteSpeakers))
            {
                wrong.Text($"{at}.materials", text);
            }
        }
    }
}
