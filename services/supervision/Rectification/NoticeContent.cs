using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Supervision.Rectification;

/// <summary>What an office writes of a notice, checked as a whole; its problems change hands with it.</summary>
internal static class NoticeContent
{
    public static void CheckTexts(V1.RectificationNotice notice, IReadOnlySet<string> fields, Violations wrong)
    {
        const string At = "rectification_notice";
        if (fields.Contains("basis"))
        {
            wrong.Text($"{At}.basis", notice.Basis, 500);
        }

        wrong.OptionalText($"{At}.requirements", notice.Requirements, 2000)
            .OptionalText($"{At}.contact", notice.Contact);
    }

    /// <summary>
    /// The items, whose problems are put into the notice; problems that no longer stand in it are let go.
    /// Two notices that take the same problem at once: its version lets only one of them save.
    /// </summary>
    public static async Task<List<NoticeItem>> TakeItemsAsync(
        this SupervisionDbContext db, RectificationNotice notice, IReadOnlyList<V1.RectificationItem> asked,
        Violations wrong, CancellationToken cancellationToken)
    {
        const string At = "rectification_notice.items";
        var pattern = $"units/{notice.Unit}/problems/{{problem}}";
        wrong.Range(At, asked.Count, 1, 50);
        var ids = asked.Select(item => ResourceName.TryParse(pattern, item.Problem)?[0] ?? "").ToList();
        var problems = await db.Problems
            .Where(p => p.Unit == notice.Unit && (ids.Contains(p.Id) || p.Notice == notice.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);

        var items = new List<NoticeItem>();
        for (var i = 0; i < asked.Count; i++)
        {
            var (at, problem) = ($"{At}[{i}].problem", problems.GetValueOrDefault(ids[i]));
            wrong.Text($"{At}[{i}].requirement", asked[i].Requirement, 1000)
                .AddIf(ids[i].Length == 0, at, "NAME_INVALID", ("value", asked[i].Problem), ("pattern", pattern))
                .AddIf(ids[i].Length > 0 && problem is null, at, "PROBLEM_NOT_FOUND", ("resource", asked[i].Problem))
                .AddIf(problem?.Notice is { } other && other != notice.Id, at, "PROBLEM_IN_NOTICE")
                .AddIf(ids[i].Length > 0 && ids.IndexOf(ids[i]) < i, at, "ITEM_REPEATED");
            if (problem is not null)
            {
                items.Add(new NoticeItem(
                    i + 1, problem.Id, asked[i].Requirement, problem.Text, problem.Category, problem.RuleReference));
            }
        }

        wrong.ThrowIfAny();
        foreach (var problem in problems.Values)
        {
            problem.PutInto(ids.Contains(problem.Id) ? notice.Id : null);
        }

        return items;
    }

    /// <summary>Every item of the notice exactly once.</summary>
    public static Violations EachItemOnce(this Violations wrong, string at, RectificationNotice notice, IReadOnlyList<int> given)
    {
        for (var i = 0; i < given.Count; i++)
        {
            wrong.AddIf(notice.Items.TrueForAll(item => item.Number != given[i]), $"{at}[{i}].item", "ITEM_UNKNOWN")
                .AddIf(given.Take(i).Contains(given[i]), $"{at}[{i}].item", "ITEM_REPEATED");
        }

        foreach (var item in notice.Items.Where(item => !given.Contains(item.Number)))
        {
            wrong.Add(at, "ITEM_MISSING", ("item", item.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return wrong;
    }
}
