using Google.Protobuf;
using Google.Protobuf.Reflection;
using StudySuite.Planning.Plans;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Amendments;

/// <summary>Two versions side by side. Items are the same when their ids are.</summary>
internal static class PlanComparison
{
    public static IEnumerable<string> ChangedHeads(PlanText left, PlanText right)
    {
        if (left.Title != right.Title)
        {
            yield return "title";
        }

        if (left.GuidingIdeas != right.GuidingIdeas)
        {
            yield return "guiding_ideas";
        }

        if (left.Requirements != right.Requirements)
        {
            yield return "requirements";
        }
    }

    public static IEnumerable<PlanItemComparison> Items(PlanText left, PlanText right)
    {
        var before = left.Items.ToDictionary(item => item.Id, item => item.ToProto());
        var after = right.Items.ToDictionary(item => item.Id, item => item.ToProto());
        return before.Keys.Union(after.Keys)
            .Select(id => Compare(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id)))
            .OrderBy(row => (row.Right ?? row.Left).Month).ThenBy(row => row.Id, StringComparer.Ordinal);
    }

    private static PlanItemComparison Compare(string id, V1.PlanItem? left, V1.PlanItem? right)
    {
        var row = new PlanItemComparison { Id = id, Left = left, Right = right };
        if (left is not null && right is not null)
        {
            row.ChangedFields.AddRange(V1.PlanItem.Descriptor.Fields.InDeclarationOrder()
                .Where(field => !SameField(field, left, right)).Select(field => field.Name));
        }

        row.Change = (left, right) switch
        {
            (null, _) => PlanItemChange.Added,
            (_, null) => PlanItemChange.Removed,
            _ => row.ChangedFields.Count == 0 ? PlanItemChange.Same : PlanItemChange.Changed,
        };
        return row;
    }

    private static bool SameField(FieldDescriptor field, IMessage left, IMessage right) =>
        Equals(field.Accessor.GetValue(left), field.Accessor.GetValue(right));
}
