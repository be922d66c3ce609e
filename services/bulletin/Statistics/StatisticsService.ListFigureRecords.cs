using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Statistics;

internal sealed partial class StatisticsService
{
    public override async Task<ListFigureRecordsResponse> ListFigureRecords(
        ListFigureRecordsRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var size = Paging.Size(request.PageSize);
        var wrong = new Violations();
        var period = Period.Parse(request.StartDate, request.EndDate, wrong);
        var indicator = IndicatorDictionary.Find(request.Indicator);
        wrong.AddIf(indicator is null, "indicator", "INDICATOR_UNKNOWN", ("value", request.Indicator)).ThrowIfAny();
        var units = await UnitsAsync(unit, request.Subtree, period.Start, context);

        var figure = db.Facts.AsNoTracking()
            .In([.. units.Select(view => view.Code)], period)
            .Where(fact => fact.Indicator == indicator!.Key);
        var facts = figure;
        if (Paging.After<RecordKey>(request.PageToken) is { } after)
        {
            facts = facts.Where(fact => fact.Day > after.Day
                || (fact.Day == after.Day && fact.Source.CompareTo(after.Source) > 0));
        }

        var read = await facts.OrderBy(fact => fact.Day).ThenBy(fact => fact.Source).Take(size + 1)
            .Select(fact => new Row(
                fact.Source, fact.Unit, fact.Day,
                // What counts once is counted where it comes first.
                fact.OncePer != null && figure.Any(first => first.OncePer == fact.OncePer
                    && (first.Day < fact.Day || (first.Day == fact.Day && first.Source.CompareTo(fact.Source) < 0)))
                    ? 0
                    : fact.Value,
                // A session's attendance comes without a topic; the session itself has it.
                db.CountedRecords.Where(record => record.Source == fact.Source && record.Title != "")
                    .OrderByDescending(record => record.Version).Select(record => record.Title).FirstOrDefault() ?? ""))
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, row => new RecordKey(row.Day, row.Source));

        return new ListFigureRecordsResponse { FigureRecords = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private static V1.FigureRecord ToProto(Row row) => new()
    {
        Record = row.Source,
        Unit = $"units/{row.Unit}",
        Title = row.Title,
        Day = row.Day.ToText(),
        Value = row.Value,
    };

    private sealed record Row(string Source, string Unit, DateOnly Day, int Value, string Title);

    private sealed record RecordKey(DateOnly Day, string Source);
}
