using System.Text.Json;
using Scalar.AspNetCore;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Gateway.OpenApi;

public static class OpenApiModule
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Made when it is first asked for: a start must not pay for it.
    private static readonly Lazy<string> Document = new(() => ApiDocument.Make(ProtoCatalog.Load()).ToJsonString(Readable));

    internal static string Text => Document.Value;

    public static void AddOpenApi(this IServiceCollection services) => services.AddSingleton<ISuiteVerb, OpenApiVerb>();

    /// <summary><c>/openapi.json</c> and, at <c>/reference</c>, the page to read it and try calls. Neither says a secret.</summary>
    public static void MapOpenApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/openapi.json", () => Results.Text(Document.Value, "application/json")).AllowAnonymous();
        app.MapScalarApiReference("/reference", page =>
        {
            page.WithTitle("StudySuite API").WithOpenApiRoutePattern("/openapi.json");
            page.DefaultFonts = false;
        }).AllowAnonymous();
    }
}
