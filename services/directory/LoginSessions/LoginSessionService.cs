using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.People;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.LoginSessions;

internal sealed class LoginSessionService(DirectoryDbContext db, Logins logins)
    : V1.LoginSessionService.LoginSessionServiceBase
{
    public override async Task<ListLoginSessionsResponse> ListLoginSessions(
        ListLoginSessionsRequest request, ServerCallContext context)
    {
        var person = await PersonOfAsync(request.Parent, "parent", context);
        var size = Paging.Size(request.PageSize);
        var open = await logins.OpenOfAsync(person, context.CancellationToken);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            open = open.Where(session => session.Id.CompareTo(after.Id) < 0);
        }

        var read = await open.AsNoTracking().OrderByDescending(session => session.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, session => new PageKey(session.Id));
        var own = context.GetHttpContext().User.FindFirst(Logins.SessionClaim)?.Value;

        return new ListLoginSessionsResponse
        {
            LoginSessions = { rows.Select(session => ToProto(session, own)) },
            NextPageToken = next,
        };
    }

    public override async Task<Empty> EndLoginSession(EndLoginSessionRequest request, ServerCallContext context)
    {
        var parts = ResourceName.Parse("people/{person}/loginSessions/{session}", request.Name);
        var person = await PersonOfAsync($"people/{parts[0]}", "name", context);
        var session = await db.LoginSessions.AsNoTracking().SingleOrDefaultAsync(
                session => session.Id == parts[1] && session.Person == person, context.CancellationToken)
            ?? throw LoginSessionErrors.NotFound(request.Name);
        await logins.EndAsync(session, SessionEnd.Ended, context.CancellationToken);

        return new Empty();
    }

    public override async Task<EndLoginSessionsResponse> EndLoginSessions(
        EndLoginSessionsRequest request, ServerCallContext context)
    {
        var person = await PersonOfAsync(request.Parent, "parent", context);
        var own = request.KeepCurrent ? context.GetHttpContext().User.FindFirst(Logins.SessionClaim)?.Value : null;
        var open = await logins.OpenOfAsync(person, context.CancellationToken);
        var count = 0;
        foreach (var session in await open.AsNoTracking().Where(session => session.Id != own).ToListAsync(context.CancellationToken))
        {
            count += await logins.EndAsync(session, SessionEnd.Ended, context.CancellationToken) ? 1 : 0;
        }

        return new EndLoginSessionsResponse { EndedCount = count };
    }

    /// <summary>Oneself, or anyone for the security administrator.</summary>
    private async Task<string> PersonOfAsync(string name, string field, ServerCallContext context)
    {
        var caller = context.Caller();
        var person = ResourceName.Parse("people/{person}", name, field)[0];
        person = person == "me" ? caller.Person : person;
        var isOpen = person == caller.Person || caller.HasAnywhere([Role.SecurityAdmin]);
        return isOpen && await db.People.AnyAsync(row => row.Id == person, context.CancellationToken)
            ? person
            : throw PersonErrors.NotFound(name);
    }

    private static V1.LoginSession ToProto(LoginSession session, string? own) => new()
    {
        Name = session.ResourceName,
        StartTime = session.StartedAt.ToTimestamp(),
        LastUseTime = session.LastUsedAt.ToTimestamp(),
        ExpireTime = session.ExpiresAt.ToTimestamp(),
        Source = session.Source,
        Program = session.Program,
        External = session.Method == LoginMethod.External,
        SecondFactor = session.IsStrong,
        Current = session.Id == own,
    };

    private sealed record PageKey(string Id);
}
