using Grpc.Core;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Templates;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using BulletinTemplate = StudySuite.Bulletin.Templates.BulletinTemplate;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    private const string TemplatePattern = "units/{unit}/bulletinTemplate";

    public override async Task<V1.BulletinTemplate> GetBulletinTemplate(
        GetBulletinTemplateRequest request, ServerCallContext context) =>
        ToProto(await TemplateAsync(ResourceName.Parse(TemplatePattern, request.Name)[0], context));

    public override async Task<V1.BulletinTemplate> UpdateBulletinTemplate(
        UpdateBulletinTemplateRequest request, ServerCallContext context)
    {
        var asked = request.BulletinTemplate ?? new V1.BulletinTemplate();
        var unit = ResourceName.Parse(TemplatePattern, asked.Name, "bulletin_template.name")[0];
        await CheckAsync(asked, context);
        var template = await TemplateAsync(unit, context);
        template.RequireEtag(asked.Etag);

        (template.Overview, template.Practices) = (asked.Overview, asked.Practices);
        (template.Problems, template.Requirements) = (asked.Problems, asked.Requirements);
        (template.IssuerMark, template.PrintedBy) = (asked.IssuerMark, asked.PrintedBy);
        (template.Addressee, template.CopiesTo) = (asked.Addressee, asked.CopiesTo);
        template.SignOffSteps = [.. asked.SignOffSteps];
        if (template.Version == 0)
        {
            db.Add(template);
        }

        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(template);
    }

    private async Task CheckAsync(V1.BulletinTemplate asked, ServerCallContext context)
    {
        var wrong = new Violations()
            .OptionalText("bulletin_template.issuer_mark", asked.IssuerMark, 60)
            .OptionalText("bulletin_template.printed_by", asked.PrintedBy, 60)
            .OptionalText("bulletin_template.addressee", asked.Addressee, 400)
            .OptionalText("bulletin_template.copies_to", asked.CopiesTo, 400)
            .Range("bulletin_template.sign_off_steps", asked.SignOffSteps.Count, 0, 6);
        foreach (var (at, step) in asked.SignOffSteps.Index())
        {
            wrong.Text($"bulletin_template.sign_off_steps[{at}]", step, 40);
        }

        var names = await IndicatorNames.LoadAsync(db, context.CancellationToken);
        Section("overview", asked.Overview);
        Section("practices", asked.Practices);
        Section("problems", asked.Problems);
        Section("requirements", asked.Requirements);
        wrong.ThrowIfAny();

        void Section(string field, string text)
        {
            wrong.OptionalText($"bulletin_template.{field}", text, 8000);
            foreach (var place in Places.Unknown(text, names).Distinct())
            {
                wrong.Add($"bulletin_template.{field}", "PLACEHOLDER_UNKNOWN", ("value", place));
            }
        }
    }

    /// <summary>That of the issuer, or an empty one that was never saved.</summary>
    private async Task<BulletinTemplate> TemplateAsync(string unit, ServerCallContext context) =>
        await db.BulletinTemplates.FindAsync([unit], context.CancellationToken) ?? new BulletinTemplate { Unit = unit };

    private static V1.BulletinTemplate ToProto(BulletinTemplate template) => new()
    {
        Name = template.ResourceName,
        Overview = template.Overview,
        Practices = template.Practices,
        Problems = template.Problems,
        Requirements = template.Requirements,
        IssuerMark = template.IssuerMark,
        Addressee = template.Addressee,
        CopiesTo = template.CopiesTo,
        PrintedBy = template.PrintedBy,
        SignOffSteps = { template.SignOffSteps },
        Etag = template.Version == 0 ? "" : template.Etag,
    };
}
