using System.Net.Mime;
using System.Text;
using StudySuite.Web.Texts;

namespace StudySuite.Web.Access;

/// <summary>A browser that asks for a page that is not there gets one to read, not an answer for programs.</summary>
internal sealed class MissingPage(RequestDelegate next, Words words)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        var response = context.Response;
        if (response.StatusCode != StatusCodes.Status404NotFound || response.HasStarted || response.ContentType is not null
            || context.GetEndpoint() is not null || !HttpMethods.IsGet(context.Request.Method)
            || !context.Request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.Ordinal))
        {
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>404</title><h1>{words["没有这个页面"]}</h1>"
            + $"<p><a href=\"/\">{words["回到首页"]}</a></p></html>", Encoding.UTF8, context.RequestAborted);
    }
}
