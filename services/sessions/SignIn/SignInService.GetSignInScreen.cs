using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.SignIn;

internal sealed partial class SignInService
{
    public override async Task<SignInScreen> GetSignInScreen(GetSignInScreenRequest request, ServerCallContext context)
    {
        var name = SessionName.Parse(request.Name, "signIn");
        var session = await db.FindSessionAsync(name, context);
        var sheet = await rolls.ReadAsync(name, context.CancellationToken) ?? throw RollErrors.NotOpen($"{name}/roll");
        if (sheet.IsClosed)
        {
            throw RollErrors.Closed($"{name}/roll");
        }

        var signIn = await FindOpenAsync(name, context.CancellationToken);
        var step = SignInCode.StepOf(clock.GetUtcNow());
        // A name of its own before it, so that no other app takes it for an address.
        var text = $"studysuite:sign-in?session={name}&on={sheet.HeldOn.ToText()}&code={SignInCode.Scanned(signIn.Key, name, step)}";

        return new SignInScreen
        {
            Name = signIn.ResourceName,
            UnitName = await db.UnitViews.Where(unit => unit.Code == name.Unit).Select(unit => unit.Name)
                .SingleAsync(context.CancellationToken),
            Topic = session.Topic,
            HeldOn = sheet.HeldOn.ToText(),
            QrText = text,
            QrSvg = Draw(text),
            TypedCode = SignInCode.Typed(signIn.Key, name, step),
            NextTime = SignInCode.EndOf(step).ToTimestamp(),
            Totals = sheet.Totals(),
        };
    }

    private static string Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var qr = new SvgQRCode(data);
        return qr.GetGraphic(8);
    }
}
