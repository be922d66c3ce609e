using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using StudySuite.Demo.Access;

namespace StudySuite.Suite.Tests;

/// <summary>What a client gets for a call that is wrong: one clear error, and nothing changed.</summary>
public abstract class DoorTests(ISuite suite)
{
    private const string Plan = "planning/v1/units/xinxiang-weijian/plans/2023";

    [Theory]
    [InlineData(null)]
    [InlineData("not.a.token")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJhZG1pbiJ9.")]
    public async Task Get_WithoutGoodToken_IsUnauthenticated(string? token)
    {
        using var http = Http(token);

        var answer = await http.GetAsync(Plan);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Get_ForeignUnit_LooksAbsent()
    {
        using var http = await AsAsync("kegong-secretary");

        var foreign = await ErrorOf(await http.GetAsync(Plan));
        var absent = await ErrorOf(await http.GetAsync("planning/v1/units/nowhere/plans/2023"));

        Assert.Equal((HttpStatusCode.NotFound, "UNIT_NOT_FOUND"), foreign);
        Assert.Equal(absent, foreign);
    }

    [Fact]
    public async Task Post_WrongRole_IsDenied()
    {
        using var http = await AsAsync("weijian-secretary");
        var before = await Plan2023Async(http);

        var error = await ErrorOf(await http.PostAsJsonAsync($"{Plan}:approve", new { meeting = "党组会", approvedOn = "2023-01-10" }));

        Assert.Equal((HttpStatusCode.Forbidden, "ROLE_MISSING"), error);
        Assert.Equal(before, await Plan2023Async(http));
    }

    [Fact]
    public async Task Post_WrongState_IsRefusedAndChangesNothing()
    {
        using var http = await AsAsync("weijian-secretary");
        var before = await suite.CountAuditEntriesAsync();

        var error = await ErrorOf(await http.PostAsJsonAsync($"{Plan}:submit", new { }));

        Assert.Equal((HttpStatusCode.BadRequest, "PLAN_NOT_EDITABLE"), error);
        Assert.Equal(before, await suite.CountAuditEntriesAsync());
    }

    [Fact]
    public async Task Post_MalformedJson_IsRefusedAndChangesNothing()
    {
        using var http = await AsAsync("weijian-secretary");
        var before = await suite.CountAuditEntriesAsync();

        var answer = await http.PostAsync(
            "planning/v1/units/xinxiang-weijian/topicProposals", new StringContent("{ \"title\": ", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(3, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetInt32());
        Assert.Equal(before, await suite.CountAuditEntriesAsync());
    }

    [Fact]
    public async Task Post_SeveralWrongFields_NamesAllInChinese()
    {
        using var http = await AsAsync("weijian-secretary");

        var answer = await http.PostAsJsonAsync(
            "planning/v1/units/xinxiang-weijian/topicProposals", new { year = 1, suggestedQuarter = 9 });

        var violations = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("details").EnumerateArray()
            .First(detail => detail.TryGetProperty("fieldViolations", out _)).GetProperty("fieldViolations").EnumerateArray().ToList();
        Assert.Equal(
            ["topic_proposal.suggested_quarter", "topic_proposal.title", "topic_proposal.year"],
            violations.Select(violation => violation.GetProperty("field").GetString()!).Order());
        Assert.Contains(violations, violation => violation.GetProperty("description").GetString() == "必填。");
    }

    [Fact]
    public async Task Post_RepeatedRequestId_TakesEffectOnce()
    {
        using var http = await AsAsync("weijian-secretary");
        const string Proposals = "planning/v1/units/xinxiang-weijian/topicProposals?requestId=door-repeat-1";
        var first = await http.PostAsJsonAsync(Proposals, new { year = 2024, title = "学习强县" });
        var before = await suite.CountAuditEntriesAsync();

        var second = await http.PostAsJsonAsync(Proposals, new { year = 2024, title = "学习强县" });
        var other = await ErrorOf(await http.PostAsJsonAsync(Proposals, new { year = 2024, title = "另一议题" }));

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), other);
        Assert.Equal(before, await suite.CountAuditEntriesAsync());
    }

    private HttpClient Http(string? token)
    {
        var http = new HttpClient { BaseAddress = suite.Web };
        if (token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return http;
    }

    private async Task<HttpClient> AsAsync(string user)
    {
        using var cast = new Cast(suite.Demo);
        return Http(await cast[user].TokenAsync());
    }

    private static Task<string> Plan2023Async(HttpClient http) => http.GetStringAsync(Plan);

    private static async Task<(HttpStatusCode Status, string Reason)> ErrorOf(HttpResponseMessage answer)
    {
        var details = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("details").EnumerateArray();
        var info = details.First(detail => detail.TryGetProperty("reason", out _));
        return (answer.StatusCode, info.GetProperty("reason").GetString()!);
    }
}
