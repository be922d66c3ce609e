using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Schemes;

internal sealed partial class ScoreSchemeService
{
    public override async Task<V1.ScoreScheme> CreateScoreScheme(CreateScoreSchemeRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.ScoreScheme ?? new V1.ScoreScheme();
        var wrong = new Violations().OptionalId("score_scheme_id", request.ScoreSchemeId);
        var content = request.Example.Length == 0 ? SchemeWriting.ContentOf(asked, wrong) : CopyOf(request.Example, asked, wrong);
        wrong.ThrowIfAny();

        var scheme = new ScoreScheme(unit, ResourceName.NewId(request.ScoreSchemeId));
        scheme.Write(content);
        db.Add(scheme);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("score_scheme"))
        {
            throw SchemeErrors.Exists(scheme.ResourceName);
        }

        return ToProto(scheme);
    }

    public override async Task<V1.ScoreScheme> UpdateScoreScheme(UpdateScoreSchemeRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, "title", "year", "unit_kinds", "items", "source");
        var asked = request.ScoreScheme;
        var scheme = await FindAsync(asked.Name, context);
        scheme.RequireEtag(asked.Etag);
        scheme.RequireDraft();

        var old = ToProto(scheme);
        var merged = new V1.ScoreScheme
        {
            Title = fields.Contains("title") ? asked.Title : old.Title,
            Year = fields.Contains("year") ? asked.Year : old.Year,
            UnitKinds = { fields.Contains("unit_kinds") ? asked.UnitKinds : old.UnitKinds },
            Items = { fields.Contains("items") ? asked.Items : old.Items },
            Source = fields.Contains("source") ? asked.Source : old.Source,
        };
        var wrong = new Violations();
        var content = SchemeWriting.ContentOf(merged, wrong);
        wrong.ThrowIfAny();
        scheme.Write(content);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(scheme);
    }

    public override async Task<V1.ScoreScheme> PublishScoreScheme(PublishScoreSchemeRequest request, ServerCallContext context)
    {
        var scheme = await FindAsync(request.Name, context);

        scheme.Publish();
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(scheme);
    }

    private static SchemeContent CopyOf(string example, V1.ScoreScheme asked, Violations wrong)
    {
        var found = ExampleSchemes.All.GetValueOrDefault(example);
        wrong.AddIf(found is null, "example", "EXAMPLE_NOT_FOUND", ("value", example))
            .OptionalText("score_scheme.title", asked.Title)
            .Range("score_scheme.year", asked.Year, 1990, 2200)
            .Range("score_scheme.unit_kinds", asked.UnitKinds.Count, 0, 20);
        return found is null ? SchemeContent.Empty : found with
        {
            Title = asked.Title.Length > 0 ? asked.Title : found.Title, Year = asked.Year, UnitKinds = [.. asked.UnitKinds],
        };
    }
}
