using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Search;

internal sealed class SearchService(SessionsDbContext db) : V1.SearchService.SearchServiceBase
{
    private static readonly Role[] Staff = [Role.StudySecretary, Role.GroupLeader, Role.Publicity];

    public override async Task<SearchRecordsResponse> SearchRecords(SearchRecordsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var words = SearchText.Normalise(request.Query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        new Violations().AddIf(
            words.Length == 0 || words.Any(word => word.Length < 2) || request.Query.Length > 100, "query", "SEARCH_TOO_SHORT")
            .ThrowIfAny();

        var found = await VisibleAsync(Holding(words), context);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            found = found.Where(e => e.HappenedOn < after.On
                || (e.HappenedOn == after.On && e.Unit.CompareTo(after.Unit) > 0)
                || (e.HappenedOn == after.On && e.Unit == after.Unit && e.Kind > after.Kind)
                || (e.HappenedOn == after.On && e.Unit == after.Unit && e.Kind == after.Kind && e.Id.CompareTo(after.Id) > 0));
        }

        var read = await found.OrderByDescending(e => e.HappenedOn).ThenBy(e => e.Unit).ThenBy(e => e.Kind).ThenBy(e => e.Id)
            .Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, e => new PageKey(e.HappenedOn, e.Unit, e.Kind, e.Id));
        return new SearchRecordsResponse { Hits = { rows.Select(entry => ToProto(entry, words[0])) }, NextPageToken = next };
    }

    /// <summary>PostgreSQL narrows down by pairs with its index; the words themselves decide, on either database.</summary>
    private IQueryable<SearchEntry> Holding(string[] words)
    {
        var entries = db.SearchEntries.AsNoTracking();
        if (db.Database.IsNpgsql())
        {
            var pairs = SearchText.Query(words);
            entries = db.SearchEntries.FromSql(
                $"select * from search_entry where array_to_tsvector(string_to_array(pairs, ' ')) @@ {pairs}::tsquery").AsNoTracking();
        }

        return words.Aggregate(entries, (rest, word) => rest.Where(entry => entry.Text.Contains(word)));
    }

    private async Task<IQueryable<SearchEntry>> VisibleAsync(IQueryable<SearchEntry> entries, ServerCallContext context)
    {
        var call = context.Call();
        var units = await db.UnitViews.AsNoTracking().SeenBy(call).Where(view => call.Unit == null || view.Code == call.Unit)
            .Select(view => new { view.Code, view.Path }).ToListAsync(context.CancellationToken);
        var (plans, records, staff) = (Of(SessionsAccess.Plans), Of(SessionsAccess.Records), Of(Staff));
        return entries.Where(e =>
            (e.Audience == SearchAudience.Plans && plans.Contains(e.Unit))
            || (e.Audience == SearchAudience.Records && records.Contains(e.Unit))
            || (e.Audience == SearchAudience.Staff && staff.Contains(e.Unit))
            || (e.Audience == SearchAudience.Materials && plans.Contains(e.Unit) && (staff.Contains(e.Unit)
                || db.Sessions.Any(s => s.Unit == e.Unit && s.Id == e.Session && s.SchemeApprovedOn != null))));

        List<string> Of(Role[] roles) =>
            [.. units.Where(unit => call.Caller!.HasAny(roles, unit.Path)).Select(unit => unit.Code)];
    }

    private static SearchHit ToProto(SearchEntry entry, string word) => new()
    {
        Name = entry.ResourceName,
        Title = entry.Title,
        Snippet = SearchText.Around(entry.Text[Math.Min(entry.Text.Length, entry.Title.Length)..], word),
        Date = entry.HappenedOn.ToText(),
    };

    private sealed record PageKey(DateOnly On, string Unit, SearchKind Kind, string Id);
}
