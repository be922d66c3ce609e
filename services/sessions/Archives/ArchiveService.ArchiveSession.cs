using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Archives;

internal sealed partial class ArchiveService
{
    public override Task<Archive> ArchiveSession(ArchiveSessionRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.OptionalPastDate("archived_on", request.ArchivedOn, clock) ?? clock.Today();
        var retention = request.Retention == Retention.Unspecified ? Retention.ThirtyYears : request.Retention;
        wrong.Enum("retention", retention).ThrowIfAny();
        var name = SessionName.Parse(request.Name);

        return db.InTransactionAsync(
            async () =>
            {
                await rolls.TakeLockAsync(name, context.CancellationToken);
                var session = await db.FindSessionAsync(name, context);
                session.RequireEtag(request.Etag);
                session.Require(SessionState.Complete);
                wrong.AddIf(on < session.HeldOn, "archived_on", "END_BEFORE_START").ThrowIfAny();
                var sheet = (await rolls.ReadAsync(name, context.CancellationToken))!;

                var archive = await folder.FreezeAsync(session, sheet, on, retention, context);
                session.Archive();
                db.Enqueue(new SessionArchived(
                    session.ResourceName, session.Unit, session.HeldOn!.Value, archive.IndexSha256, session.NextVersion));
                await db.SaveChangesAsync(context.CancellationToken);
                return await ReadAsync(name, context);
            },
            context.CancellationToken);
    }
}
