using System.Net.Mime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using StudySuite.Web.Access;

namespace StudySuite.Web.Calls;

/// <summary>
/// Files on their way up: the bytes are the body, and pass through as they come. Only to where the contract takes files,
/// and only from a page that holds the anti-forgery token, which stands in a header so that no byte is read before.
/// </summary>
internal static class Uploads
{
    private const string Prefix = "/put/";
    private static readonly string[] Places =
    [
        "sessions/v1/units/{unit}/sessions/{session}/files:upload",
        "sessions/v1/units/{unit}/activities/{activity}/files:upload",
        "supervision/v1/units/{unit}/observations/{observation}/files:upload",
        "supervision/v1/units/{unit}/rectificationNotices/{notice}/files:upload",
    ];

    /// <summary>The address to which a page sends what is meant for a REST path.</summary>
    public static string Link(string path) => Prefix + path.TrimStart('/');

    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        foreach (var place in Places)
        {
            // How large a file may be is the service's to say, in words.
            app.MapPost(Prefix + place, PutAsync).RequireAuthorization(SignInModule.Policy)
                .WithMetadata(WebPage.Instance, new DisableRequestSizeLimitAttribute());
        }
    }

    private static async Task PutAsync(HttpContext context, IAntiforgery antiforgery, Passage passage)
    {
        // A form of another site could neither set this type nor the header, and would be read whole to look for the token.
        if (context.Request.ContentType != MediaTypeNames.Application.Octet || !await antiforgery.IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await passage.HandOnAsync(context, Prefix, context.Request.Body);
    }
}
