using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace StudySuite.Directory.Identity;

/// <summary>The frame of the account pages: one column that fits a phone, no script, no picture, nothing from elsewhere.</summary>
internal static class Page
{
    private const string Style = """
        *{box-sizing:border-box}body{margin:0;font:17px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#222;background:#f5f5f2}
        main{max-width:24rem;margin:8vh auto 0;padding:1.5rem;background:#fff;border-top:4px solid #b3261e;border-radius:6px}
        h1{font-size:1.3rem;margin:0 0 .3rem}h1 small{display:block;font-size:.85rem;font-weight:400;color:#666}
        label{display:block;margin-top:1rem}input{width:100%;padding:.6rem;font:inherit;border:1px solid #999;border-radius:4px}
        button,a.button{display:block;width:100%;margin-top:1.4rem;padding:.7rem;font:inherit;text-align:center;text-decoration:none;color:#fff;background:#b3261e;border:0;border-radius:4px}
        button.plain,a.button.plain{color:#8c1d18;background:#fff;border:1px solid #8c1d18}
        input:focus,button:focus,a:focus{outline:3px solid #f0b429}ul{margin:1rem 0 0;padding:.6rem .6rem .6rem 1.6rem;background:#f5f5f2}
        ul[role=alert]{background:#fdecea;color:#8c1d18}p{margin:1rem 0 0}a{color:#8c1d18}code{font-size:1.05em;overflow-wrap:anywhere}
        svg{display:block;width:12rem;height:12rem;margin:1rem auto 0}
        @media(max-width:26rem){main{margin:0;min-height:100vh;border-radius:0}}
        """;

    // Chrome holds redirects after a form to form-action too: the log-in ends at a program on the loopback address.
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "form-action 'self' http://127.0.0.1:* http://localhost:*; base-uri 'none'; frame-ancestors 'none'";

    public static IResult Show(HttpContext context, string chinese, string english, string body)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.Vary = "Accept-Language";
        headers["Referrer-Policy"] = "same-origin";
        var title = IsEnglish(context) ? english : chinese;
        var suite = IsEnglish(context) ? "Theory study centre groups" : "党委（党组）理论学习中心组学习管理系统";
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="{(IsEnglish(context) ? "en" : "zh-CN")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} - {suite}</title><style>{Style}</style></head>
            <body><main><h1>{title}<small>{suite}</small></h1>
            {body}
            </main></body></html>
            """,
            "text/html; charset=utf-8");
    }

    /// <summary>Chinese, unless the browser asks for English first.</summary>
    public static bool IsEnglish(HttpContext context) =>
        context.Request.Headers.AcceptLanguage.ToString().TrimStart().StartsWith("en", StringComparison.OrdinalIgnoreCase);

    public static CultureInfo CultureOf(HttpContext context) => CultureInfo.GetCultureInfo(IsEnglish(context) ? "en" : "zh");

    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
