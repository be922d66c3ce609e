using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Suggestions;

internal sealed partial class SuggestionService
{
    /// <summary>More than a county is told in a year; a paper with more would help nobody.</summary>
    private const int MostExported = 5000;

    public override async Task<HttpBody> ExportSuggestions(ExportSuggestionsRequest request, ServerCallContext context)
    {
        new Violations().Range("year", request.Year, 2000, 2100)
            .AddIf(!System.Enum.IsDefined(request.Form), "form", "ENUM_UNKNOWN", ("value", request.Form.ToString()))
            .ThrowIfAny();
        var (first, next) = (new DateOnly(request.Year, 1, 1).StartInChina(), new DateOnly(request.Year + 1, 1, 1).StartInChina());
        var suggestions = await db.Suggestions.AsNoTracking()
            .Where(suggestion => suggestion.CreatedAt >= first && suggestion.CreatedAt < next)
            .OrderBy(suggestion => suggestion.CreatedAt).ThenBy(suggestion => suggestion.Id).Take(MostExported)
            .ToListAsync(context.CancellationToken);

        var table = SuggestionLedger.TableOf(suggestions);
        var name = $"{request.Year}年度{table.Name}";
        return Download.Send(context, request.Form is LedgerForm.Unspecified or LedgerForm.Xlsx
            ? table.ToDownload(name)
            : new Document(name) { IsForm = true, IsLandscape = true }.Table(table).ToDownload(
                request.Form == LedgerForm.Page ? FileForm.Print : FileForm.Docx, name));
    }
}
