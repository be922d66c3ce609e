using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Planning.Arrangements;
using StudySuite.Planning.Plans;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Papers;

internal sealed partial class PlanDocumentService(PlanningDbContext db, TimeProvider clock)
    : V1.PlanDocumentService.PlanDocumentServiceBase
{
    public override async Task<HttpBody> PrintAnnualPlan(PrintAnnualPlanRequest request, ServerCallContext context)
    {
        var plan = await db.FindPlanAsync(request.Name, context.Call(), context.CancellationToken);
        var unit = await UnitNameAsync(plan.Unit, context);
        return Download.Send(context, PlanPaper.Of(plan, unit).ToDownload(FormOf(request.Form), $"{unit}{plan.Year}年度学习计划"));
    }

    public override async Task<HttpBody> PrintThematicArrangement(
        PrintThematicArrangementRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/thematicArrangements/{arrangement}", request.Name)[1];
        var arrangement = await db.Arrangements.AsNoTracking().VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(a => a.Id == id, context.CancellationToken)
            ?? throw ArrangementErrors.NotFound(request.Name);
        return await PrintAsync(arrangement, request.Form, context);
    }

    public override async Task<HttpBody> PrintReceivedArrangement(
        PrintReceivedArrangementRequest request, ServerCallContext context)
    {
        var arrangement = await db.FindReceivedAsync(
            request.Name, context.Call(), clock.Today(), context.CancellationToken);
        return await PrintAsync(arrangement, request.Form, context);
    }

    private async Task<HttpBody> PrintAsync(Arrangements.ThematicArrangement arrangement, PaperForm form, ServerCallContext context)
    {
        var issuer = await UnitNameAsync(arrangement.Unit, context);
        return Download.Send(context, ArrangementPaper.Of(arrangement, issuer).ToDownload(FormOf(form), arrangement.Title));
    }

    private Task<string> UnitNameAsync(string unit, ServerCallContext context) =>
        db.UnitViews.Where(view => view.Code == unit).Select(view => view.Name).SingleAsync(context.CancellationToken);

    private static FileForm FormOf(PaperForm form) => form == PaperForm.Page ? FileForm.Print : FileForm.Docx;
}
