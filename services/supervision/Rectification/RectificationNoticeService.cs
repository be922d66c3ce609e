using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

internal sealed partial class RectificationNoticeService(
    SupervisionDbContext db, UnitPaths<SupervisionDbContext> units, TimeProvider clock, IOptions<SupervisionOptions> options)
    : V1.RectificationNoticeService.RectificationNoticeServiceBase
{
    public override async Task<V1.RectificationNotice> GetRectificationNotice(
        GetRectificationNoticeRequest request, ServerCallContext context) => ToProto(await FindAsync(request.Name, context));

    public override async Task<ListRectificationNoticesResponse> ListRectificationNotices(
        ListRectificationNoticesRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var today = clock.Today();
        var notices = db.NoticesSeen(context).AsNoTracking();
        if (request.State != 0)
        {
            notices = notices.InState((NoticeState)request.State, today);
        }

        if (request.OverdueOnly)
        {
            notices = notices.AwaitingReport().Where(n => n.DueOn < today);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            notices = notices.Where(n => n.Unit.CompareTo(after.Unit) > 0
                || (n.Unit == after.Unit && n.Id.CompareTo(after.Id) > 0));
        }

        var read = await notices.OrderBy(n => n.Unit).ThenBy(n => n.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, n => new PageKey(n.Unit, n.Id));

        return new ListRectificationNoticesResponse { RectificationNotices = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private Task<RectificationNotice> FindAsync(string name, ServerCallContext context) => db.FindNoticeAsync(name, context);

    /// <summary>For who verifies: nobody verifies what is his own, as author or as one of the unit.</summary>
    private async Task<RectificationNotice> FindToVerifyAsync(string name, DateOnly on, ServerCallContext context)
    {
        var notice = await FindAsync(name, context);
        var person = context.Caller().Person;
        var isOwner = notice.IsOwner(person)
            || (await db.MembersAmongAsync(notice.Unit, [person], on, context.CancellationToken)).Count > 0
            || (await db.MembersAmongAsync(notice.Unit, [person], clock.Today(), context.CancellationToken)).Count > 0;
        return isOwner ? throw NoticeErrors.VerifierIsOwner(notice) : notice;
    }

    private sealed record PageKey(string Unit, string Id);
}
