using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Drafts;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.Templates;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using BulletinTemplate = StudySuite.Bulletin.Templates.BulletinTemplate;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    private static readonly string[] Sections = ["overview", "practices", "problems", "requirements"];

    public override async Task<V1.Bulletin> PrefillBulletin(PrefillBulletinRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        foreach (var (at, section) in request.Sections.Index())
        {
            wrong.AddIf(!Sections.Contains(section), $"sections[{at}]", "SECTION_UNKNOWN", ("value", section));
        }

        wrong.ThrowIfAny();
        var bulletin = await FindAsync(request.Name, context);
        bulletin.RequireEtag(request.Etag);
        bulletin.RequireDraft();

        IReadOnlyCollection<string> sections = request.Sections.Count > 0 ? request.Sections : ["overview"];
        var text = Filled(
            bulletin, await TemplateAsync(bulletin.Unit, context), sections, await ContentAsync(bulletin, context),
            (await IssuerAsync(bulletin.Unit, context)).Level);
        text = await UnitNames.InsertAsync(db, text, context.CancellationToken);
        bulletin.Write(bulletin.Draft with { Text = text });
        await db.SaveChangesAsync(context.CancellationToken);

        return await ToProtoAsync(bulletin, context);
    }

    private static BulletinText Filled(
        StudyBulletin bulletin, BulletinTemplate template, IReadOnlyCollection<string> sections, Places.Content content,
        string level)
    {
        var text = bulletin.Draft.Text;
        return text with
        {
            Overview = Fill("overview", template.Overview, text.Overview, Wording.Overview(
                bulletin.Year, bulletin.Half, bulletin.Period, level, content.Units.Count, content.Current)),
            Practices = Fill("practices", template.Practices, text.Practices),
            Problems = Fill("problems", template.Problems, text.Problems, content.CommonProblems),
            Requirements = Fill("requirements", template.Requirements, text.Requirements),
        };

        string Fill(string section, string pattern, string old, string? wording = null) => !sections.Contains(section) ? old
            : pattern.Length > 0 ? Places.Fill(pattern, content) : wording ?? old;
    }

    private async Task<Places.Content> ContentAsync(StudyBulletin bulletin, ServerCallContext context)
    {
        var issuer = await IssuerAsync(bulletin.Unit, context);
        var units = await db.LoadUnitsAsync(bulletin.Unit, true, bulletin.StartDate, context.CancellationToken);
        string[] codes = [.. units.Select(unit => unit.Code)];
        var table = await FigureTable.ReadAsync(
            db, units, bulletin.Period, [IndicatorDictionary.CollectiveSessions], context.CancellationToken);
        return new Places.Content(
            Wording.Of(bulletin.Year, bulletin.Half, bulletin.Period), Wording.Place(issuer.Level), units,
            await Figures.ReadAsync(db, codes, bulletin.Period, context.CancellationToken),
            await Figures.ReadAsync(db, codes, bulletin.Period.Previous(), context.CancellationToken),
            await IndicatorNames.LoadAsync(db, context.CancellationToken),
            [.. table.Rows.Where(row => row.IsUnreported).Select(row => row.UnitName)],
            CommonProblems.Sentences(
                await CommonProblems.ReadAsync(db, codes, bulletin.Period, context.CancellationToken), bulletin.Draft.Naming),
            bulletin.Draft.Naming);
    }
}
