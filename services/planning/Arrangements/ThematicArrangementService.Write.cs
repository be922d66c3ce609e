using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Arrangements;

internal sealed partial class ThematicArrangementService
{
    private static readonly string[] Writable = ["title", "number", "requirement", "topics", "kinds", "units"];

    public override async Task<V1.ThematicArrangement> CreateThematicArrangement(
        CreateThematicArrangementRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.ThematicArrangement ?? new V1.ThematicArrangement();
        var wrong = new Violations()
            .OptionalId("thematic_arrangement_id", request.ThematicArrangementId)
            .Range("thematic_arrangement.year", asked.Year, 2000, 2100);
        var arrangement = new ThematicArrangement(unit, ResourceName.NewId(request.ThematicArrangementId), asked.Year);
        Write(arrangement, asked, [.. Writable], wrong);

        db.Add(arrangement);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("thematic_arrangement"))
        {
            throw ArrangementErrors.Exists(arrangement.ResourceName);
        }

        return arrangement.ToProto();
    }

    public override async Task<V1.ThematicArrangement> UpdateThematicArrangement(
        UpdateThematicArrangementRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, Writable);
        var asked = request.ThematicArrangement ?? new V1.ThematicArrangement();
        var arrangement = await FindAsync(asked.Name, context);
        arrangement.RequireEtag(asked.Etag);

        Write(arrangement, asked, fields, new Violations());
        await db.SaveChangesAsync(context.CancellationToken);

        return arrangement.ToProto();
    }

    private static void Write(
        ThematicArrangement arrangement, V1.ThematicArrangement asked, HashSet<string> fields, Violations wrong)
    {
        const string At = "thematic_arrangement";
        if (fields.Contains("title"))
        {
            wrong.Text($"{At}.title", asked.Title);
        }

        wrong.OptionalText($"{At}.number", asked.Number, 60).OptionalText($"{At}.requirement", asked.Requirement, 4000);
        Scope.Check(At, asked.Kinds, asked.Units, wrong);
        var topics = fields.Contains("topics") ? ArrangementContent.Read(asked.Topics, $"{At}.topics", wrong) : null;
        wrong.ThrowIfAny();

        var scope = Scope.Of(
            fields.Contains("kinds") ? asked.Kinds : arrangement.Scope.Kinds,
            fields.Contains("units") ? asked.Units : arrangement.Scope.Units);
        arrangement.Write(
            fields.Contains("title") ? asked.Title : null, fields.Contains("number") ? asked.Number : null,
            fields.Contains("requirement") ? asked.Requirement : null, topics, scope);
    }
}
