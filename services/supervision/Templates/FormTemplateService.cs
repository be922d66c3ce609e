using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Templates;

internal sealed partial class FormTemplateService(SupervisionDbContext db) : V1.FormTemplateService.FormTemplateServiceBase
{
    public override async Task<V1.FormTemplate> PublishFormTemplate(PublishFormTemplateRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.FormTemplate ?? new V1.FormTemplate();
        var wrong = new Violations().Text("form_template.title", asked.Title, 100);
        var effectiveFrom = wrong.Date("form_template.effective_from", asked.EffectiveFrom);
        CheckLines(asked, wrong);
        wrong.ThrowIfAny();

        var number = 1 + (await db.FormTemplates.Where(t => t.Unit == unit)
            .MaxAsync(t => (int?)t.Number, context.CancellationToken) ?? 0);
        var template = new FormTemplate(unit, $"v{number.ToString(CultureInfo.InvariantCulture)}", number)
        {
            Title = asked.Title,
            EffectiveFrom = effectiveFrom,
            Lines = [.. asked.Lines.Select(line => new TemplateLine(line.Key, line.Part, line.Title, line.Hint))],
        };
        db.Add(template);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("form_template"))
        {
            throw FormTemplateErrors.Exists(template.ResourceName);
        }

        return ToProto(template);
    }

    public override async Task<V1.FormTemplate> GetFormTemplate(GetFormTemplateRequest request, ServerCallContext context)
    {
        var parts = ResourceName.Parse("units/{unit}/formTemplates/{template}", request.Name);
        return ToProto(await db.FormTemplates.FindAsync(parts[0], parts[1], context.CancellationToken)
            ?? throw FormTemplateErrors.NotFound(request.Name));
    }

    public override async Task<ListFormTemplatesResponse> ListFormTemplates(ListFormTemplatesRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var templates = await db.FormTemplates.AsNoTracking().Where(t => t.Unit == unit)
            .OrderByDescending(t => t.Number).ToListAsync(context.CancellationToken);
        return new ListFormTemplatesResponse { FormTemplates = { templates.Append(FormTemplate.Shipped(unit)).Select(ToProto) } };
    }

    private static void CheckLines(V1.FormTemplate asked, Violations wrong)
    {
        wrong.Range("form_template.lines", asked.Lines.Count, 1, 40);
        for (var i = 0; i < asked.Lines.Count; i++)
        {
            var (line, at) = (asked.Lines[i], $"form_template.lines[{i}]");
            wrong.AddIf(!KeyPattern().IsMatch(line.Key), $"{at}.key", "KEY_INVALID", ("value", line.Key))
                .AddIf(asked.Lines.Take(i).Any(other => other.Key == line.Key), $"{at}.key", "KEY_REPEATED")
                .Enum($"{at}.part", line.Part)
                .Text($"{at}.title", line.Title)
                .OptionalText($"{at}.hint", line.Hint, 500);
        }
    }

    private static V1.FormTemplate ToProto(FormTemplate template) => new()
    {
        Name = template.ResourceName,
        Title = template.Title,
        EffectiveFrom = template.EffectiveFrom.ToText(),
        Lines =
        {
            template.Lines.Select(line => new FormTemplateLine
            {
                Key = line.Key, Part = line.Part, Title = line.Title, Hint = line.Hint,
            }),
        },
        CreateTime = template.CreatedAt == default ? null : template.CreatedAt.ToTimestamp(),
    };

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex KeyPattern();
}
