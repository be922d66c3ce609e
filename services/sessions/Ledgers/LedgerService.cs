using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Ledgers;

internal sealed class LedgerService(SessionsDbContext db, TimeProvider clock) : V1.LedgerService.LedgerServiceBase
{
    /// <summary>More rows than a county has in a year; a paper with more would help nobody.</summary>
    private const int MostRows = 5000;

    public override async Task<HttpBody> ExportLedger(ExportLedgerRequest request, ServerCallContext context)
    {
        new Violations().Enum("kind", request.Kind).Range("year", request.Year, 2000, 2100)
            .AddIf(!Enum.IsDefined(request.Form), "form", "ENUM_UNKNOWN", ("value", request.Form.ToString()))
            .ThrowIfAny();
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var units = await db.UnitViews.AsNoTracking().ToDictionaryAsync(
            unit => unit.Code, unit => unit.Name, context.CancellationToken);
        var writer = new LedgerPapers(units, clock.Today());

        var table = request.Kind switch
        {
            LedgerKind.FirstTopics => writer.FirstTopics(await Take(db.FirstTopics.AsNoTracking().VisibleTo(context.Call(), db)
                .Where(topic => topic.StudiedOn >= first && topic.StudiedOn <= last)
                .OrderBy(topic => topic.Unit).ThenBy(topic => topic.StudiedOn).ThenBy(topic => topic.Id), context)),
            LedgerKind.Research => writer.Research(await ActivitiesAsync(
                first, last, [ActivityKind.ResearchVisit, ActivityKind.ResearchReport], context)),
            LedgerKind.Lectures => writer.Lectures((await SessionsAsync(first, last, context))
                .Where(session => session.Forms.Contains(SessionForm.Lecture))),
            _ => writer.Publicity(
                await SessionsAsync(first, last, context),
                await ActivitiesAsync(first, last, [ActivityKind.PublishedArticle], context)),
        };
        var title = request.Parent == "units/-" ? "全部单位" : units.GetValueOrDefault(request.Parent[6..], request.Parent[6..]);
        var name = $"{title}{request.Year}年度{table.Name}";
        return Download.Send(context, request.Form is LedgerForm.Unspecified or LedgerForm.Xlsx
            ? table.ToDownload(name)
            : new Document(name) { IsForm = true, IsLandscape = true }.Table(table).ToDownload(
                request.Form == LedgerForm.Page ? FileForm.Print : FileForm.Docx, name));
    }

    private Task<List<StudySessions.StudySession>> SessionsAsync(DateOnly first, DateOnly last, ServerCallContext context) =>
        Take(db.Sessions.AsNoTracking().VisibleTo(context.Call(), db)
            .Where(session => session.HeldOn >= first && session.HeldOn <= last)
            .OrderBy(session => session.Unit).ThenBy(session => session.HeldOn).ThenBy(session => session.Id), context);

    private Task<List<Activities.Activity>> ActivitiesAsync(
        DateOnly first, DateOnly last, ActivityKind[] kinds, ServerCallContext context) =>
        Take(db.Activities.AsNoTracking().VisibleTo(context.Call(), db)
            .Where(activity => kinds.Contains(activity.Kind) && !activity.IsWithdrawn)
            .Where(activity => activity.HappenedOn >= first && activity.HappenedOn <= last)
            .OrderBy(activity => activity.Unit).ThenBy(activity => activity.HappenedOn).ThenBy(activity => activity.Id), context);

    private static Task<List<T>> Take<T>(IQueryable<T> rows, ServerCallContext context) =>
        rows.Take(MostRows).ToListAsync(context.CancellationToken);
}
