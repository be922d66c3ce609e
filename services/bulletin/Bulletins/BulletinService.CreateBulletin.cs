using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Drafts;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    public override async Task<V1.Bulletin> CreateBulletin(CreateBulletinRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.Bulletin ?? new V1.Bulletin();
        var wrong = new Violations().OptionalId("bulletin_id", request.BulletinId);
        var period = PeriodOf(asked, wrong);
        await CheckAsync(asked, BulletinContent.Fields.ToHashSet(), wrong, context);

        var bulletin = new StudyBulletin(
            unit, ResourceName.NewId(request.BulletinId), asked.Year, asked.Half, period.Start, period.End);
        bulletin.Write(await AppliedAsync(bulletin, asked, BulletinContent.Fields.ToHashSet(), context));
        db.Add(bulletin);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("bulletin"))
        {
            throw BulletinErrors.Exists(bulletin.ResourceName);
        }

        return await ToProtoAsync(bulletin, context);
    }

    private static Period PeriodOf(V1.Bulletin asked, Violations wrong)
    {
        if (asked.StartDate.Length == 0 && asked.EndDate.Length == 0)
        {
            wrong.Range("bulletin.year", asked.Year, 2000, 2100).Range("bulletin.half", asked.Half, 0, 2);
            return wrong.Any ? default : Period.Of(asked.Year, asked.Half);
        }

        wrong.AddIf(asked.Year != 0 || asked.Half != 0, "bulletin.year", "PERIOD_AMBIGUOUS");
        return Period.Parse(asked.StartDate, asked.EndDate, wrong, "bulletin.");
    }

    private async Task CheckAsync(V1.Bulletin asked, HashSet<string> fields, Violations wrong, ServerCallContext context)
    {
        BulletinContent.Check(asked, fields, wrong);
        if (fields.Contains("good_practices") && asked.GoodPractices.Count > 0)
        {
            var path = context.Call().UnitPath!;
            var known = await db.UnitViews.Where(view => view.Path.StartsWith(path)).Select(view => view.Code)
                .ToHashSetAsync(context.CancellationToken);
            BulletinContent.CheckUnits(asked, known, wrong);
        }

        wrong.ThrowIfAny();
    }

    private async Task<BulletinDraft> AppliedAsync(
        StudyBulletin bulletin, V1.Bulletin asked, HashSet<string> fields, ServerCallContext context)
    {
        var issuer = await IssuerAsync(bulletin.Unit, context);
        var template = await TemplateAsync(bulletin.Unit, context);
        var defaults = new BulletinDraft(
            Wording.Title(bulletin.Year, bulletin.Half, bulletin.Period, issuer.Level), options.Value.NumberPrefix,
            template.Steps, BulletinText.Empty, template.Addressee, template.CopiesTo);
        var draft = bulletin.Draft.Apply(asked, fields, defaults);
        return draft with { Text = await UnitNames.InsertAsync(db, draft.Text, context.CancellationToken) };
    }
}
