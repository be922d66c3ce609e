using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Messaging;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Rolls;

internal sealed partial class RollService
{
    public override async Task<Roll> CloseRoll(CloseRollRequest request, ServerCallContext context)
    {
        var name = SessionName.Parse(request.Name, "roll");
        return await db.InTransactionAsync(
            async () =>
            {
                var roll = await rolls.LockAsync(name, context.CancellationToken) ?? throw await WhyNoRollAsync(name, context);
                var session = await db.FindSessionAsync(name, context);

                await closing.CloseAsync(session, roll, context);
                await db.SaveChangesAsync(context.CancellationToken);
                return await ReadAsync(name, context);
            },
            context.CancellationToken);
    }

    public override async Task<Roll> ReopenRoll(ReopenRollRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).ThrowIfAny();
        var name = SessionName.Parse(request.Name, "roll");
        return await db.InTransactionAsync(
            async () =>
            {
                var roll = await rolls.LockAsync(name, context.CancellationToken) ?? throw await WhyNoRollAsync(name, context);
                var session = await db.FindSessionAsync(name, context);
                session.Require(SessionState.Held, SessionState.Recorded);

                roll.Reopen(request.Reason);
                var sheet = (await rolls.ReadAsync(name, context.CancellationToken))!;
                db.Enqueue(sheet.ToEvent(roll.NextVersion, isClosed: false));
                await db.SaveChangesAsync(context.CancellationToken);
                return await ReadAsync(name, context);
            },
            context.CancellationToken);
    }
}
