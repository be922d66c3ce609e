using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace StudySuite.Gateway.Tests;

/// <summary>Refusals by RFC 9457, for those who ask for it.</summary>
public sealed class ProblemTests
{
    [Fact]
    public async Task Refusal_OfAService_SaysTheSameAsAProblem()
    {
        await using var door = await DoorHost.StartAsync();
        var client = door.Rest();
        var plain = await client.GetAsync("/planning/v1/refused");
        client.DefaultRequestHeaders.Add("Accept", "application/json, application/problem+json");

        var answer = await client.GetAsync("/planning/v1/refused");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("application/json", plain.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("urn:studysuite:planning:INVALID_REQUEST", problem.GetProperty("type").GetString());
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Equal("不行", problem.GetProperty("detail").GetString());
        Assert.Equal("2", problem.GetProperty("metadata").GetProperty("n").GetString());
        Assert.Equal("TOO_EARLY", problem.GetProperty("violations")[0].GetProperty("reason").GetString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Refusal_OfTheDoor_IsAProblemToo()
    {
        await using var door = await DoorHost.StartAsync();
        var client = door.Rest(person: null);
        client.DefaultRequestHeaders.Add("Accept", "application/problem+json");

        var answer = await client.GetAsync("/planning/v1/seen");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("SIGN_IN_REQUIRED", problem.GetProperty("reason").GetString());
        Assert.Equal("gateway.studysuite", problem.GetProperty("domain").GetString());
    }

    [Fact]
    public async Task Refusal_OfAnUnreadableBody_HasAReasonAndSaysWhatTheReaderSaid()
    {
        await using var door = await DoorHost.StartAsync();

        var answer = await door.Rest().PostAsync("/planning/v1/unreadable", new StringContent("{", null, "application/json"));
        var status = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var info = status.GetProperty("details")[0];

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("请求格式有误。", status.GetProperty("message").GetString());
        Assert.Equal("REQUEST_MALFORMED", info.GetProperty("reason").GetString());
        Assert.Equal(
            "Request JSON payload is not correctly formatted.", info.GetProperty("metadata").GetProperty("said").GetString());
    }

    [Fact]
    public async Task Answer_ThatIsNoRefusal_IsLeftAlone()
    {
        await using var door = await DoorHost.StartAsync();
        var client = door.Rest();
        client.DefaultRequestHeaders.Add("Accept", "application/problem+json");

        Assert.NotNull(await client.SeenAsync());
        Assert.Equal("<p>log in</p>", await client.GetStringAsync("/account/login"));
    }
}
