using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using StudySuite.Web.Access;

namespace StudySuite.Web.Tests.Access;

/// <summary>Tokens are renewed whoever asks and whoever stops asking.</summary>
public sealed class SignedInsTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("tickets-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task FindAsync_PageClosedDuringRenewal_KeepsTheNewTokenForTheNextPage()
    {
        var directory = new Directory();
        var options = Options.Create(new WebOptions { Folder = folder, Gateway = "http://gateway.test/" });
        var tickets = new TicketStore(options, new EphemeralDataProtectionProvider());
        var user = await SignInAsync(tickets, directory.Current);
        var signedIns = new SignedIns(tickets, directory, options, TimeProvider.System);

        using var closed = new CancellationTokenSource();
        var first = signedIns.FindAsync(user, closed.Token);
        await directory.Asked.Task;
        await closed.CancelAsync();
        directory.Answer.SetResult();
        await first;
        var next = await signedIns.FindAsync(user, TestContext.Current.CancellationToken);

        Assert.NotNull(next);
        Assert.Equal(1, directory.Renewals);
    }

    /// <summary>A sign-in whose access token has ended.</summary>
    private static async Task<ClaimsPrincipal> SignInAsync(TicketStore tickets, string refreshToken)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "observer")], SignInModule.Cookie));
        var properties = new AuthenticationProperties();
        properties.StoreTokens(
        [
            new AuthenticationToken { Name = "access_token", Value = Directory.AccessToken() },
            new AuthenticationToken { Name = "refresh_token", Value = refreshToken },
            new AuthenticationToken { Name = "expires_at", Value = "2026-01-01T00:00:00Z" },
        ]);
        await tickets.StoreAsync(new AuthenticationTicket(user, properties, SignInModule.Cookie));
        return user;
    }

    /// <summary>Directory's token address: a refresh token is good once, and the answer waits until it is let go.</summary>
    private sealed class Directory : HttpMessageHandler, IHttpClientFactory
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Current { get; private set; } = "refresh-0";

        public int Renewals { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        public static string AccessToken() => new JsonWebTokenHandler().CreateToken("""{"sub":"observer","name":"旁听员"}""");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var form = await request.Content!.ReadAsStringAsync(cancellationToken);
            if (!form.Contains($"refresh_token={Current}", StringComparison.Ordinal))
            {
                return new HttpResponseMessage(HttpStatusCode.BadRequest);
            }

            Current = $"refresh-{++Renewals}";
            Asked.TrySetResult();
            await Answer.Task.WaitAsync(cancellationToken);
            var body = JsonSerializer.Serialize(new { access_token = AccessToken(), refresh_token = Current, expires_in = 600 });
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        }
    }
}
