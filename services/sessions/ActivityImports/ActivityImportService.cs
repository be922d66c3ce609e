using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Sessions.Search;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.ActivityImports;

internal sealed class ActivityImportService(SessionsDbContext db, TimeProvider clock)
    : V1.ActivityImportService.ActivityImportServiceBase
{
    private const int MostProblems = 1000;

    public override Task<HttpBody> DownloadActivityTemplate(
        DownloadActivityTemplateRequest request, ServerCallContext context) =>
        Task.FromResult(Download.Send(
            context, new Download("学习活动导入模板.xlsx", Download.Xlsx, ActivitySheet.Template.ToXlsx())));

    public override async Task<ImportActivitiesResponse> ImportActivities(
        ImportActivitiesRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var rows = new ActivityRows(db, unit, clock);
        await rows.ReadAsync(request.File.Memory, context.CancellationToken);

        var isApplied = !request.DryRun && rows.Problems.Count == 0;
        if (isApplied)
        {
            await SaveAsync(rows.Activities, context);
        }

        return new ImportActivitiesResponse
        {
            RowCount = rows.Count,
            Applied = isApplied,
            ProblemCount = rows.Problems.Count,
            Problems = { rows.Problems.Take(MostProblems).Select(problem => ToProto(problem, context)) },
        };
    }

    private async Task SaveAsync(List<Activities.Activity> activities, ServerCallContext context)
    {
        var (withPairs, cancellationToken) = (db.Database.IsNpgsql(), context.CancellationToken);
        var entries = activities.Where(activity => activity.IsFindable).SelectMany(SearchIndex.SourcesOf).Select(source =>
        {
            var entry = new SearchEntry(source.Unit, source.Kind, source.Id);
            entry.Write(source, withPairs);
            return entry;
        }).ToList();
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await db.AddAllAsync(activities, activity => activity.IsPlanned ? null : activity.ToEvent(), context.Call(), clock, cancellationToken);
                    await db.InsertAllAsync(entries, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("activity"))
        {
            // Somebody entered one of them at the same moment; the sheet is looked through anew.
            throw CommonErrors.LostRace();
        }
    }

    private static ActivityProblem ToProto(SheetProblem problem, ServerCallContext context) => new()
    {
        Row = problem.Row,
        Column = problem.Column,
        Reason = problem.Reason,
        Message = problem.ToSentence("sessions", context.Culture()),
    };
}
