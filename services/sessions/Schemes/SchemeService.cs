using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Sessions.Materials;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Schemes;

internal sealed partial class SchemeService(SessionsDbContext db, TimeProvider clock) : V1.SchemeService.SchemeServiceBase
{
    public override async Task<Scheme> GetScheme(GetSchemeRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<Scheme> UpdateScheme(UpdateSchemeRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, SchemeContent.Fields);
        var wrong = new Violations();
        SchemeContent.Check(request.Scheme, wrong);
        wrong.ThrowIfAny();
        var session = await FindAsync(request.Scheme.Name, context);
        session.RequireEtag(request.Scheme.Etag);
        await MaterialReferences.CheckAsync(
            db, new SessionName(session.Unit, session.Id), request.Scheme, context.CancellationToken);
        SchemeContent.TakeClocks(request.Scheme, session.PlannedOn, fields);

        session.WriteScheme(fields, request.Scheme);
        SchemeContent.CheckTimes(session.Scheme);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }

    public override async Task<Scheme> SubmitScheme(SubmitSchemeRequest request, ServerCallContext context)
    {
        var session = await FindAsync(request.Name, context);
        session.RequireEtag(request.Etag);

        var leader = await db.MemberViews.OfUnitOn(session.Unit, session.PlannedOn)
            .Where(member => member.Role == "Leader").FirstOrDefaultAsync(context.CancellationToken);
        session.SubmitScheme(leader?.Name ?? "");
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }

    private Task<StudySession> FindAsync(string name, ServerCallContext context) =>
        db.FindSessionAsync(SessionName.Parse(name, "scheme"), context);

    internal static Scheme ToProto(StudySession session)
    {
        var scheme = session.Scheme.Clone();
        scheme.Name = $"{session.ResourceName}/scheme";
        scheme.ApprovedBy = session.SchemeApprovedBy;
        scheme.ApprovedFor = session.SchemeApprovedFor;
        scheme.ApprovedOn = session.SchemeApprovedOn.ToText();
        scheme.ReturnReason = session.SchemeReturnReason;
        scheme.Etag = session.Etag;
        return scheme;
    }
}
