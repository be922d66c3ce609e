using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using StudySuite.Directory.V1;
using StudySuite.Testing;

namespace StudySuite.Directory.Tests.Identity;

/// <summary>One house with an administrator who has logged in, and people to log in.</summary>
public sealed class SignInFixture : IAsyncLifetime
{
    public const string Chosen = "Xinxiang#2023";
    private IdentityHost? host;
    private GrpcChannel? channel;
    private Metadata? security;
    private Metadata? auditor;

    /// <summary>The first system administrator's.</summary>
    public Metadata Headers { get; private set; } = [];

    public IdentityHost Host => host!;

    public ValueTask InitializeAsync() => StartAsync();

    public async ValueTask StartAsync(params (string Key, string Value)[] settings)
    {
        host = await IdentityHost.StartAsync(settings);
        using var browser = Host.Browser();
        var password = Host.FirstPassword();
        await browser.LoginAsync("/account/login", "admin", password);
        await browser.ChangePasswordAsync("/account/password", password, Chosen);
        var tokens = await browser.ExchangeAsync(await browser.CodeAsync());
        Headers = HeadersOf(tokens);
        await Call(invoker => new UnitService.UnitServiceClient(invoker).CreateUnitAsync(
            new CreateUnitRequest
            {
                UnitId = "xinxiang",
                Unit = new Unit { DisplayName = "新乡县委", Kind = UnitKind.PartyCommittee, Level = UnitLevel.County },
            },
            Headers));
    }

    public static Metadata HeadersOf(JsonElement tokens) =>
        new() { { "authorization", $"Bearer {tokens.GetProperty("access_token").GetString()}" } };

    /// <summary>The security administrator's, appointed when first asked for.</summary>
    public async Task<Metadata> SecurityHeadersAsync()
    {
        if (security is null)
        {
            using var browser = await LoggedInAsync("security");
            await GrantAsync("security", GrantRole.SecurityAdmin, Headers);
            security = HeadersOf(await browser.ExchangeAsync(await browser.CodeAsync()));
        }

        return security;
    }

    public async Task<Metadata> AuditorHeadersAsync()
    {
        if (auditor is null)
        {
            var granter = await SecurityHeadersAsync();
            using var browser = await LoggedInAsync("the-auditor");
            await GrantAsync("the-auditor", GrantRole.AuditAdmin, granter);
            auditor = HeadersOf(await browser.ExchangeAsync(await browser.CodeAsync()));
        }

        return auditor;
    }

    private Task<Grant> GrantAsync(string person, GrantRole role, Metadata by) => Call(
        invoker => new GrantService.GrantServiceClient(invoker).CreateGrantAsync(
            new CreateGrantRequest { Grant = new Grant { Person = $"people/{person}", Role = role } }, by));

    /// <summary>The call itself, for those that are refused.</summary>
    public AsyncUnaryCall<T> Raw<T>(Func<CallInvoker, AsyncUnaryCall<T>> call) =>
        call((channel ??= GrpcChannel.ForAddress(Host.Grpc)).CreateCallInvoker());

    public async Task<T> Call<T>(Func<CallInvoker, AsyncUnaryCall<T>> call)
    {
        return await Raw(call);
    }

    public async Task<string> GivenPersonAsync(string userName) => (await Call(invoker =>
        new PersonService.PersonServiceClient(invoker).CreatePersonAsync(
            new CreatePersonRequest { PersonId = userName, Person = new Person { DisplayName = "王五", UserName = userName } },
            Headers))).OneTimePassword;

    public Task<Member> GivenMemberAsync(string person, MemberRole role, MemberKind kind) => Call(invoker =>
        new MemberService.MemberServiceClient(invoker).CreateMemberAsync(
            new CreateMemberRequest
            {
                Parent = "units/xinxiang",
                Member = new Member { Person = $"people/{person}", Role = role, Kind = kind, FromDate = "2023-01-01" },
            },
            Headers));

    public Task<Member> EndAsync(Member member) => Call(invoker => new MemberService.MemberServiceClient(invoker).EndMemberAsync(
        new EndMemberRequest { Name = member.Name, ToDate = "2023-12-31" }, Headers));

    public Task<ResetPasswordResponse> ResetAsync(string person) => Call(invoker =>
        new PersonService.PersonServiceClient(invoker).ResetPasswordAsync(
            new ResetPasswordRequest { Name = $"people/{person}" }, Headers));

    /// <summary>Past the forced change.</summary>
    public async Task<Browser> LoggedInAsync(string userName)
    {
        var password = await GivenPersonAsync(userName);
        var browser = Host.Browser();
        await browser.LoginAsync("/account/login", userName, password);
        await browser.ChangePasswordAsync("/account/password", password, Chosen);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        channel?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
public sealed class SignInOnServers : IAsyncLifetime
{
    public SignInFixture Fixture { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var broker = await RabbitMq.CreateVirtualHostAsync("identity");
        await Fixture.StartAsync(
            ("Database:Provider", "Postgres"), ("Database:Connection", await Postgres.CreateDatabaseAsync("identity")),
            ("Messaging:Transport", "RabbitMq"), ("Messaging:Host", broker.Host), ("Messaging:Port", $"{broker.Port}"),
            ("Messaging:VirtualHost", broker.VirtualHost), ("Messaging:User", broker.User), ("Messaging:Password", broker.Password));
    }

    public ValueTask DisposeAsync() => Fixture.DisposeAsync();
}
