using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.SignIn;

internal sealed partial class SignInService
{
    public override async Task<SignedIn> SignInToSession(SignInToSessionRequest request, ServerCallContext context)
    {
        new Violations().Text("code", request.Code, 100).ThrowIfAny();
        var (name, me) = (SessionName.Parse(request.Name, "signIn"), context.Caller().Person);
        var session = await db.FindSessionAsync(name, context);
        await CheckCodeAsync(name, me, request.Code, context.CancellationToken);

        return await db.InTransactionAsync(
            async () =>
            {
                var sheet = await rolls.LockAndReadAsync(name, context.CancellationToken);
                var entry = await SignAsync(sheet ?? throw RollErrors.NotOpen($"{name}/roll"), me, context.CancellationToken);
                return new SignedIn
                {
                    Roll = $"{name}/roll",
                    Person = $"people/{me}",
                    Topic = session.Topic,
                    HeldOn = sheet.HeldOn.ToText(),
                    Status = entry.Status,
                    MarkTime = entry.MarkedAt?.ToTimestamp(),
                };
            },
            context.CancellationToken);
    }

    /// <summary>A wrong code is counted outside any transaction, so that the refusal does not undo the count.</summary>
    private async Task CheckCodeAsync(SessionName name, string me, string code, CancellationToken cancellationToken)
    {
        var signIn = await FindOpenAsync(name, cancellationToken);
        await guard.RequireTriesLeftAsync(name, me, cancellationToken);
        if (!SignInCode.IsGood(code, signIn.Key, name, clock.GetUtcNow()))
        {
            await guard.CountAsync(name, me, cancellationToken);
            throw SignInErrors.CodeWrong();
        }
    }

    private async Task<RollEntry> SignAsync(RollSheet sheet, string me, CancellationToken cancellationToken)
    {
        if (sheet.IsClosed)
        {
            throw RollErrors.Closed($"{sheet.Session}/roll");
        }

        var entry = sheet.Entries.FirstOrDefault(entry => entry.Person == me) ?? throw SignInErrors.NotOnRoll();
        if (entry.Status != AttendanceStatus.Unspecified)
        {
            // Signed in before, or the secretary's mark, which is the primary record.
            return entry;
        }

        var now = clock.GetUtcNow();
        var mark = new Mark(me, entry.IsFull ? AttendanceStatus.Present : AttendanceStatus.Attending, "");
        await MarkWriter.WriteAsync(
            db, sheet, [mark], me, now, sheet.With([mark]).ToEvent(sheet.Version + 1, isClosed: false), cancellationToken);
        return entry with { Status = mark.Status, MarkedAt = now };
    }
}
