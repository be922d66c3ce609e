using System.Net.Http.Json;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Events;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.SignIns;

/// <summary>Sign-in by code: off by default, and every way to cheat it that we could think of.</summary>
public class SignInTests
{
    private const string SignIn = $"{County.Session}/signIn";
    private const string Roll = $"{County.Session}/roll";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task SignInToSession_UnlessTurnedOn_IsOff()
    {
        await using var county = await County.OpenAsync(Backing);
        await AllowAsync(county);
        await county.GivenNotifiedAsync();

        var early = await Refusal.OfAsync(county.Secretary.SignIns.OpenSignInAsync(new() { Name = SignIn }));
        await county.Secretary.Sessions.HoldSessionAsync(new() { Name = County.Session });
        var off = await SignAsync(county.Wang, "12345678");
        var screen = await Refusal.OfAsync(county.Secretary.SignIns.GetSignInScreenAsync(new() { Name = SignIn }));
        var member = await Refusal.OfAsync(county.Wang.SignIns.OpenSignInAsync(new() { Name = SignIn }));
        await county.Secretary.SignIns.OpenSignInAsync(new() { Name = SignIn });
        var before = await ScreenAsync(county);
        var closed = await county.Secretary.SignIns.CloseSignInAsync(new() { Name = SignIn });
        await county.Secretary.SignIns.OpenSignInAsync(new() { Name = SignIn });
        var stale = await SignAsync(county.Wang, before.TypedCode);

        Assert.Equal(("ROLL_NOT_OPEN", "SIGN_IN_OFF", "SIGN_IN_OFF"), (early.Reason, off.Reason, screen.Reason));
        Assert.Equal(StatusCode.PermissionDenied, member.Code);
        Assert.Equal((false, "people/p-secretary"), (closed.IsOn, closed.ChangedBy));
        Assert.Equal("SIGN_IN_CODE_WRONG", stale.Reason);
    }

    [Fact]
    public async Task GetSignIn_OfAMember_SaysWhetherItIsOn()
    {
        await using var county = await County.OpenAsync(Backing);
        await AllowAsync(county);
        await county.GivenHeldAsync();

        var never = await county.Wang.SignIns.GetSignInAsync(new() { Name = SignIn });
        await county.Secretary.SignIns.OpenSignInAsync(new() { Name = SignIn });
        var open = await county.Wang.SignIns.GetSignInAsync(new() { Name = SignIn });
        await county.Secretary.Rolls.CloseRollAsync(new() { Name = Roll });
        var after = await county.Wang.SignIns.GetSignInAsync(new() { Name = SignIn });
        var foreign = await Refusal.OfAsync(county.OtherSecretary.SignIns.GetSignInAsync(new() { Name = SignIn }));

        Assert.Equal((SignIn, false, ""), (never.Name, never.IsOn, never.ChangedBy));
        Assert.Equal((true, "people/p-secretary"), (open.IsOn, open.ChangedBy));
        Assert.False(after.IsOn);
        Assert.Equal(StatusCode.NotFound, foreign.Code);
    }

    [Fact]
    public async Task OpenSignIn_UnlessTheRulebookAllowsIt_IsRefused()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenHeldAsync();

        var refusal = await Refusal.OfAsync(county.Secretary.SignIns.OpenSignInAsync(new() { Name = SignIn }));
        await AllowAsync(county);
        await county.Secretary.SignIns.OpenSignInAsync(new() { Name = SignIn });
        var screen = await ScreenAsync(county);

        Assert.Equal("SIGN_IN_NOT_ALLOWED", refusal.Reason);
        Assert.Equal(("县科工局", "学习贯彻全国两会精神", "2023-03-20"), (screen.UnitName, screen.Topic, screen.HeldOn));
        Assert.Contains($"session={County.Session}&on=2023-03-20&code=", screen.QrText);
        Assert.StartsWith("<svg", screen.QrSvg);
        Assert.Matches("^[0-9]{8}$", screen.TypedCode);
    }

    [Fact]
    public async Task SignInToSession_FiftyTimesInParallel_LeavesOneRowPerMember()
    {
        await using var county = await OpenAsync();
        var screen = await ScreenAsync(county);
        var scanned = screen.QrText.Split("code=")[1];

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i => await (i % 2 == 0 ? county.Wang : county.Zhao)
            .SignIns.SignInToSessionAsync(new() { Name = SignIn, Code = i % 4 < 2 ? scanned : screen.TypedCode })));
        var rows = await county.Host.ReadAsync(db => db.Set<Attendance>().Select(row => row.Person).ToListAsync());
        var sent = await county.Host.SentAsync<AttendanceRecorded>();

        Assert.All(answers, answer => Assert.Equal((AttendanceStatus.Present, "2023-03-20"), (answer.Status, answer.HeldOn)));
        Assert.Equal(["p-wang", "p-zhao"], rows.Order());
        Assert.Equal([1, 2], sent.Select(evt => evt.Present));
        var changes = (await county.Secretary.Rolls.GetRollAsync(new() { Name = Roll, ShowChanges = true })).Changes;
        Assert.Empty(changes);
    }

    [Fact]
    public async Task SignInToSession_ForgedIdentityInTheBody_SignsInNobodyElse()
    {
        await using var county = await OpenAsync();
        var code = (await ScreenAsync(county)).TypedCode;

        foreach (var forged in new object[]
        {
            new { code, person = "people/p-zhao" }, new { code, caller = "p-zhao", sub = "p-zhao" },
            new { code, signedIn = new { person = "people/p-zhao" } },
        })
        {
            await county.Wang.Http.PostAsJsonAsync($"/sessions/v1/{SignIn}:sign", forged, TestContext.Current.CancellationToken);
        }

        var client = county.Wang.Http;
        client.DefaultRequestHeaders.Add("x-person", "p-zhao");
        await client.PostAsJsonAsync($"/sessions/v1/{SignIn}:sign", new { code }, TestContext.Current.CancellationToken);
        var marked = (await county.Secretary.Rolls.GetRollAsync(new() { Name = Roll })).Lines
            .Where(line => line.Status != AttendanceStatus.Unspecified).Select(line => line.Person);

        Assert.Equal(["people/p-wang"], marked);
    }

    [Fact]
    public async Task SignInToSession_CodeOfAnotherSession_IsWrong()
    {
        await using var county = await OpenAsync();
        await county.GivenHeldAsync("april");
        await county.Secretary.SignIns.OpenSignInAsync(new() { Name = $"{County.Unit}/sessions/april/signIn" });
        var april = await county.Secretary.SignIns.GetSignInScreenAsync(new() { Name = $"{County.Unit}/sessions/april/signIn" });

        var typed = await SignAsync(county.Wang, april.TypedCode);
        var scanned = await SignAsync(county.Wang, april.QrText.Split("code=")[1]);
        var stranger = await Refusal.OfAsync(county.OtherSecretary.SignIns.SignInToSessionAsync(
            new() { Name = SignIn, Code = (await ScreenAsync(county)).TypedCode }));

        Assert.Equal(["SIGN_IN_CODE_WRONG", "SIGN_IN_CODE_WRONG"], [typed.Reason, scanned.Reason]);
        Assert.Equal(StatusCode.NotFound, stranger.Code);
    }

    [Fact]
    public async Task SignInToSession_CodeReplayed_IsGoodForOneStepOnly()
    {
        await using var county = await OpenAsync();
        var code = (await ScreenAsync(county)).TypedCode;

        county.Host.Clock.Advance(TimeSpan.FromSeconds(30));
        var near = await county.Wang.SignIns.SignInToSessionAsync(new() { Name = SignIn, Code = code });
        county.Host.Clock.Advance(TimeSpan.FromSeconds(60));
        var late = await SignAsync(county.Zhao, code);
        var mine = await SignAsync(county.Wang, code);

        Assert.Equal(AttendanceStatus.Present, near.Status);
        Assert.Equal(["SIGN_IN_CODE_WRONG", "SIGN_IN_CODE_WRONG"], [late.Reason, mine.Reason]);
    }

    [Fact]
    public async Task SignInToSession_Guessing_StopsAfterFiveWrongCodes()
    {
        await using var county = await OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("SIGN_IN_CODE_WRONG", (await SignAsync(county.Wang, $"0000000{i}")).Reason);
        }

        var good = (await ScreenAsync(county)).TypedCode;
        var stopped = await SignAsync(county.Wang, good);
        var zhao = await county.Zhao.SignIns.SignInToSessionAsync(new() { Name = SignIn, Code = good });
        county.Host.Clock.Advance(TimeSpan.FromMinutes(11));
        var later = await county.Wang.SignIns.SignInToSessionAsync(new() { Name = SignIn, Code = (await ScreenAsync(county)).TypedCode });

        Assert.Equal((StatusCode.PermissionDenied, "SIGN_IN_TOO_MANY_TRIES"), (stopped.Code, stopped.Reason));
        Assert.Equal((AttendanceStatus.Present, AttendanceStatus.Present), (zhao.Status, later.Status));
    }

    [Fact]
    public async Task SignInToSession_MarkOfTheSecretary_Stays()
    {
        await using var county = await OpenAsync();
        await county.Secretary.Rolls.MarkAttendanceAsync(new() { Name = Roll, Marks = { County.Mark("p-wang", AttendanceStatus.Late) } });
        var code = (await ScreenAsync(county)).TypedCode;

        var signed = await county.Wang.SignIns.SignInToSessionAsync(new() { Name = SignIn, Code = code });
        await county.Secretary.Rolls.CloseRollAsync(new() { Name = Roll });
        var after = await SignAsync(county.Zhao, code);

        Assert.Equal(AttendanceStatus.Late, signed.Status);
        Assert.Equal("ROLL_CLOSED", after.Reason);
    }

    private static Task<Refusal> SignAsync(Caller by, string code) =>
        Refusal.OfAsync(by.SignIns.SignInToSessionAsync(new() { Name = SignIn, Code = code }));

    private static Task AllowAsync(County county) => county.Host.DeliverAsync(new RulebookPublished(
        "rulebooks/1", new DateOnly(2023, 1, 1), new Dictionary<string, string> { ["attendance.qr_sign_in"] = "true" }, 1));

    private static async Task<SignInScreen> ScreenAsync(County county) =>
        await county.Secretary.SignIns.GetSignInScreenAsync(new() { Name = SignIn });

    private async Task<County> OpenAsync()
    {
        var county = await County.OpenAsync(Backing);
        await AllowAsync(county);
        await county.GivenHeldAsync();
        await county.Secretary.SignIns.OpenSignInAsync(new() { Name = SignIn });
        return county;
    }
}

/// <summary>The same on PostgreSQL: counting tries and marking are the database's own.</summary>
[Trait("Needs", "Servers")]
public sealed class SignInOnServersTests : SignInTests
{
    protected override Backing Backing => Backing.Servers;
}
