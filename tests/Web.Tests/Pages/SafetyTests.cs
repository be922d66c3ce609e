using System.Net;
using Microsoft.Playwright;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What the browser gets to hold, and what it is told not to do.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class SafetyTests(DemoWeb web)
{
    [Fact]
    public async Task Page_SignedIn_HoldsNoToken()
    {
        var page = await web.AsAsync("publicity");

        var cookies = await page.Context.CookiesAsync();
        var session = cookies.Single(cookie => cookie.Name == "studysuite.web");
        Assert.True(session.HttpOnly);
        Assert.Equal(SameSiteAttribute.Lax, session.SameSite);
        // A JWT begins with the base 64 of {" whatever it says.
        Assert.DoesNotContain(cookies, cookie => cookie.Value.StartsWith("eyJ", StringComparison.Ordinal));
        Assert.DoesNotContain("eyJ", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal("0", await page.EvaluateAsync<string>("String(localStorage.length + sessionStorage.length)"));
    }

    [Fact]
    public async Task Page_Answer_ForbidsScriptsOfOthers()
    {
        var page = await web.AsAsync("publicity");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        var complaints = new List<string>();
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
            {
                complaints.Add(line.Text);
            }
        };

        var answer = await page.GotoAsync("/");
        await page.WaitForSelectorAsync("[data-desk] h2");

        var policy = await answer!.HeaderValueAsync("content-security-policy");
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", await answer.HeaderValueAsync("x-content-type-options"));
        Assert.All(asked, url => Assert.Equal(web.Address.Authority, new Uri(url).Authority));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task SignOut_Pressed_EndsTheSessionEverywhere()
    {
        // A sign-in of its own: other tests go on with theirs.
        var page = await web.OpenAsync();
        await web.SignInAsync(page, "county-office");
        var stolen = (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "studysuite.web").Value;

        await page.ClickAsync("details.account summary");
        await page.ClickAsync("text=退出登录");
        await page.WaitForSelectorAsync("input[name=userName]");

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, web.Address);
        request.Headers.Add("Cookie", $"studysuite.web={stolen}");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/connect/authorize", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogInPage_Asked_IsSmallAndPlain()
    {
        using var http = new HttpClient { BaseAddress = web.Address };

        var html = await http.GetStringAsync("/account/login", TestContext.Current.CancellationToken);

        Assert.InRange(html.Length, 500, 50_000);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }
}
