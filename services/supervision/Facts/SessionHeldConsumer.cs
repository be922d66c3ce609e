using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Supervision.Facts;

internal sealed class SessionHeldConsumer(SupervisionDbContext db) : IEventConsumer<SessionHeld>
{
    public async Task ConsumeAsync(SessionHeld evt, CancellationToken cancellationToken)
    {
        (FactKind Kind, bool Counts)[] kinds =
        [
            (FactKind.Collective, evt.IsCollective), (FactKind.Discussion, evt.IsDiscussion), (FactKind.Lecture, evt.IsLecture),
        ];
        foreach (var (kind, counts) in kinds)
        {
            await db.TakeAsync(evt.Session, kind, evt.Unit, evt.HeldOn, counts, evt.Version, cancellationToken);
        }
    }
}
