using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.SignIn;

internal sealed partial class SignInService(SessionsDbContext db, RollBook rolls, SignInGuard guard, TimeProvider clock)
    : V1.SignInService.SignInServiceBase
{
    /// <summary>Two keys: the county's rulebook allows it at all, and the secretary wants it for this session.</summary>
    public override async Task<V1.SignIn> OpenSignIn(OpenSignInRequest request, ServerCallContext context)
    {
        var unit = SessionName.Parse(request.Name, "signIn").Unit;
        var rules = await Rules.LoadAsync(db, unit, clock.Today(), context.CancellationToken);
        return rules.IsOn("attendance.qr_sign_in")
            ? await SwitchAsync(request.Name, (signIn, me) => signIn.Open(me), context)
            : throw SignInErrors.NotAllowed(request.Name, rules.Rulebook);
    }

    public override Task<V1.SignIn> CloseSignIn(CloseSignInRequest request, ServerCallContext context) =>
        SwitchAsync(request.Name, (signIn, me) => signIn.Close(me), context);

    public override async Task<V1.SignIn> GetSignIn(GetSignInRequest request, ServerCallContext context)
    {
        var name = SessionName.Parse(request.Name, "signIn");
        await db.FindSessionAsync(name, context);
        var sheet = await rolls.ReadAsync(name, context.CancellationToken);
        var signIn = await FindAsync(name, context.CancellationToken);
        return new V1.SignIn
        {
            Name = $"{name}/signIn",
            IsOn = signIn is { IsOn: true } && sheet is { IsClosed: false },
            ChangedBy = signIn?.ChangedBy ?? "",
        };
    }

    private Task<V1.SignIn> SwitchAsync(string name, Action<SignInSwitch, string> change, ServerCallContext context)
    {
        var session = SessionName.Parse(name, "signIn");
        return db.InTransactionAsync(
            async () =>
            {
                var roll = await rolls.LockAsync(session, context.CancellationToken)
                    ?? throw await WhyNoRollAsync(session, context);
                if (roll.IsClosed)
                {
                    throw RollErrors.Closed(roll.ResourceName);
                }

                var signIn = await FindAsync(session, context.CancellationToken);
                if (signIn is null)
                {
                    signIn = new SignInSwitch(session.Unit, session.Id);
                    db.Add(signIn);
                }

                change(signIn, $"people/{context.Caller().Person}");
                await db.SaveChangesAsync(context.CancellationToken);
                return new V1.SignIn { Name = signIn.ResourceName, IsOn = signIn.IsOn, ChangedBy = signIn.ChangedBy };
            },
            context.CancellationToken);
    }

    private Task<SignInSwitch?> FindAsync(SessionName session, CancellationToken cancellationToken) =>
        db.Set<SignInSwitch>().SingleOrDefaultAsync(
            signIn => signIn.Unit == session.Unit && signIn.Session == session.Id, cancellationToken);

    private async Task<SignInSwitch> FindOpenAsync(SessionName session, CancellationToken cancellationToken) =>
        await FindAsync(session, cancellationToken) is { IsOn: true } signIn
            ? signIn
            : throw SignInErrors.Off($"{session}/signIn");

    private async Task<Exception> WhyNoRollAsync(SessionName name, ServerCallContext context)
    {
        await db.FindSessionAsync(name, context);
        return RollErrors.NotOpen($"{name}/roll");
    }
}
