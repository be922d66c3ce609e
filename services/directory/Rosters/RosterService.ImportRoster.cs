using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Rosters;

internal sealed partial class RosterService
{
    public override async Task<ImportRosterResponse> ImportRoster(ImportRosterRequest request, ServerCallContext context)
    {
        var import = new RosterImport(TemplateOf(request.Sheet).Read(request.File.Memory));
        // Thousands of rows are added below; the save looks for changes once.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        if (request.Sheet == RosterSheet.Units)
        {
            await new UnitRows(db, clock, context.Call()).TakeAsync(import, context.CancellationToken);
        }
        else
        {
            await new MemberRows(db, passwords, clock, context.Call()).TakeAsync(import, context.CancellationToken);
        }

        var isApplied = !request.DryRun && import.Problems.Count == 0;
        if (isApplied)
        {
            await SaveAsync(context.CancellationToken);
        }

        return ToResponse(import, isApplied, CultureOf(context));
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.InnerException is System.Data.Common.DbException)
        {
            // Somebody entered one of them at the same moment; the sheet is looked through anew.
            throw CommonErrors.LostRace();
        }
    }

    private static ImportRosterResponse ToResponse(RosterImport import, bool isApplied, CultureInfo culture) => new()
    {
        RowCount = import.Rows.Count,
        CreateCount = import.Created,
        UpdateCount = import.Updated,
        UnchangedCount = import.Problems.Count > 0 ? 0 : import.Rows.Count - import.Created - import.Updated,
        Applied = isApplied,
        NewPersonCount = import.Accounts.Count,
        NewAccounts = { isApplied ? import.Accounts : [] },
        Problems =
        {
            import.Problems.OrderBy(problem => problem.Row).Select(problem => new RosterProblem
            {
                Row = problem.Row,
                Column = problem.Column,
                Reason = problem.Reason,
                Message = problem.ToSentence("directory", culture),
            }),
        },
    };

    private static CultureInfo CultureOf(ServerCallContext context) => CultureInfo.GetCultureInfo(
        context.RequestHeaders.GetValue("accept-language")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "zh");
}
