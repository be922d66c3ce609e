using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.Completeness;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class SessionService
{
    public override async Task<Session> GetSession(GetSessionRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListSessionsResponse> ListSessions(ListSessionsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var sessions = Filter(db.Sessions.AsNoTracking().VisibleTo(context.Call(), db), request);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            sessions = sessions.Where(s => s.Unit.CompareTo(after.Unit) > 0
                || (s.Unit == after.Unit && s.PlannedOn > after.PlannedOn)
                || (s.Unit == after.Unit && s.PlannedOn == after.PlannedOn && s.Id.CompareTo(after.Id) > 0));
        }

        var read = await sessions.OrderBy(s => s.Unit).ThenBy(s => s.PlannedOn).ThenBy(s => s.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, s => new PageKey(s.Unit, s.PlannedOn, s.Id));

        return new ListSessionsResponse { Sessions = { rows.Select(ToProto) }, NextPageToken = next };
    }

    public override Task<ListSessionFormsResponse> ListSessionForms(ListSessionFormsRequest request, ServerCallContext context)
    {
        var culture = SevenHavesTexts.CultureOf(context);
        return Task.FromResult(new ListSessionFormsResponse
        {
            Forms =
            {
                SessionForms.All.Select(entry => new SessionFormEntry
                {
                    Form = entry.Form,
                    Title = ErrorTexts.Sentence("sessions", entry.Title, [], culture),
                    Counting = SessionCounting.Of([entry.Form], isInReadingClass: false).ToProto(),
                    InsideReadingClass = SessionCounting.Of([entry.Form], isInReadingClass: true).ToProto(),
                }),
            },
        });
    }

    private static IQueryable<StudySession> Filter(IQueryable<StudySession> sessions, ListSessionsRequest request)
    {
        if (Content.Year(request.Year) is var (first, last))
        {
            sessions = sessions.Where(session => session.PlannedOn >= first && session.PlannedOn <= last);
        }

        if (request.State != SessionState.Unspecified)
        {
            sessions = sessions.Where(session => session.State == request.State);
        }

        if (request.ReadingClass.Length > 0)
        {
            var (unit, id) = SessionName.Parse(request.ReadingClass, field: "reading_class");
            sessions = sessions.Where(session => session.Unit == unit && session.ReadingClass == id);
        }

        return sessions;
    }

    private sealed record PageKey(string Unit, DateOnly PlannedOn, string Id);
}
