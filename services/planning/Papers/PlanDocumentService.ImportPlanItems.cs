using Google.Api;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Documents;
using StudySuite.Planning.Categories;
using StudySuite.Planning.Plans;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Papers;

internal sealed partial class PlanDocumentService
{
    public override async Task<HttpBody> ExportPlanItems(ExportPlanItemsRequest request, ServerCallContext context)
    {
        var plan = await db.FindPlanAsync(request.Name, context.Call(), context.CancellationToken);
        return Download.Send(context, PlanSheet.ToTable(plan.Items).ToDownload($"{plan.Title}计划项"));
    }

    public override Task<HttpBody> GetPlanItemTemplate(GetPlanItemTemplateRequest request, ServerCallContext context) =>
        Task.FromResult(Download.Send(context, new Download("计划项模板.xlsx", Download.Xlsx, PlanSheet.Template.ToXlsx())));

    public override async Task<ImportPlanItemsResponse> ImportPlanItems(
        ImportPlanItemsRequest request, ServerCallContext context)
    {
        var plan = await db.FindPlanAsync(request.Name, context.Call(), context.CancellationToken);
        plan.RequireEtag(request.Etag);
        plan.RequireEditable();
        var categories = await db.CategoryTitlesAsync(context.CancellationToken);
        var (items, problems) = PlanSheet.Read(request.File.Memory, categories);

        var answer = new ImportPlanItemsResponse
        {
            Rows = items.Count, Problems = { problems.OrderBy(p => p.Row).Select(problem => ToProto(problem, context)) },
        };
        if (problems.Count > 0)
        {
            return answer;
        }

        // The sheet has said what it can; lengths within a cell and ids are checked as in any other request.
        var asked = new V1.AnnualPlan { Items = { items } };
        var wrong = new Violations();
        PlanContent.Check(asked, ["items"], categories, wrong);
        wrong.ThrowIfAny();
        plan.Write(null, null, null, PlanContent.ItemsOf(asked));
        if (!request.DryRun)
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }

        answer.Plan = plan.ToProto();
        return answer;
    }

    private static ImportProblem ToProto(SheetProblem problem, ServerCallContext context) => new()
    {
        Row = problem.Row,
        Column = problem.Column,
        Reason = problem.Reason,
        Text = problem.ToSentence("planning", context.Culture()),
    };
}
