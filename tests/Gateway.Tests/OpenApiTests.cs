using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf.Reflection;

namespace StudySuite.Gateway.Tests;

/// <summary>The document that client developers build on says what the protos say, and is whole.</summary>
public sealed class OpenApiTests
{
    private static readonly FileDescriptor[] Examples =
    [
        Notifications.V1.InboxServiceReflection.Descriptor, Planning.V1.AnnualPlanServiceReflection.Descriptor,
        Sessions.V1.RollServiceReflection.Descriptor, Supervision.V1.RectificationNoticeServiceReflection.Descriptor,
    ];

    [Fact]
    public async Task Document_WithoutToken_SaysEveryCallOnceAndPointsNowhereEmpty()
    {
        await using var door = await DoorHost.StartAsync();
        var document = await door.Rest(null).GetFromJsonAsync<JsonElement>("/openapi.json");

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Path: path.Name, operation.Value))).ToList();
        var ids = operations.Select(operation => operation.Value.GetProperty("operationId").GetString()!).ToList();
        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name).ToHashSet();

        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(
            Examples.SelectMany(file => file.Services).SelectMany(service => service.Methods, (service, method) =>
                $"{file(service)}.{service.Name}.{method.Name}"),
            id => Assert.Contains(id, ids));
        Assert.All(References(document), reference => Assert.Contains(reference["#/components/schemas/".Length..], schemas));
        Assert.All(operations, operation => Assert.Equal(
            operation.Path.Count(c => c == '{'),
            operation.Value.GetProperty("parameters").EnumerateArray().Count(p => p.GetProperty("in").GetString() == "path")));

        static string file(ServiceDescriptor service) => service.File.Package.Split('.')[1];
    }

    [Fact]
    public async Task Document_OfACall_HasCommentReasonsRequiredFieldsAndBody()
    {
        await using var door = await DoorHost.StartAsync();
        var document = await door.Rest(null).GetFromJsonAsync<JsonElement>("/openapi.json");

        var markRead = document.GetProperty("paths").GetProperty("/notifications/v1/people/{person}/inboxItems:markRead").GetProperty("post");
        var body = markRead.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");

        Assert.StartsWith("Marks items read", markRead.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["INBOX_NOT_FOUND", "INBOX_ITEM_NOT_FOUND"],
            markRead.GetProperty("x-error-reasons").EnumerateArray().Select(reason => reason.GetString()));
        Assert.Equal(["names"], body.GetProperty("required").EnumerateArray().Select(field => field.GetString()));
        Assert.False(body.GetProperty("properties").TryGetProperty("parent", out _));
        var item = document.GetProperty("components").GetProperty("schemas").GetProperty("notifications.InboxItem");
        Assert.True(item.GetProperty("properties").GetProperty("title").GetProperty("readOnly").GetBoolean());
    }

    [Fact]
    public async Task Document_HasServerSentEvents_AndBothFormsOfRefusal()
    {
        await using var door = await DoorHost.StartAsync();
        var document = await door.Rest(null).GetFromJsonAsync<JsonElement>("/openapi.json");

        var events = document.GetProperty("paths").GetProperty("/notifications/v1/people/{person}/inboxItems:events").GetProperty("get");
        var refused = document.GetProperty("paths").GetProperty("/notifications/v1/people/{person}/inboxItems:markRead")
            .GetProperty("post").GetProperty("responses").GetProperty("4XX").GetProperty("content");

        Assert.True(events.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("text/event-stream", out _));
        Assert.Equal(["application/json", "application/problem+json"], refused.EnumerateObject().Select(type => type.Name));
    }

    [Fact]
    public async Task Page_ToReadAndTryIt_NeedsNoTokenAndNothingFromElsewhere()
    {
        await using var door = await DoorHost.StartAsync();
        var page = await door.Rest(null).GetAsync("/reference/");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("openapi.json", html, StringComparison.Ordinal);
        Assert.DoesNotContain("cdn.", html, StringComparison.Ordinal);
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.NameEquals("$ref")
            ? [property.Value.GetString()!]
            : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
