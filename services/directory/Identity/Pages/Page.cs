using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.Identity;

/// <summary>The HTML of the account pages: one column that fits a phone, no script, no picture, nothing from elsewhere.</summary>
internal static class Page
{
    private const string Style = """
        *{box-sizing:border-box}body{margin:0;font:17px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#222;background:#f5f5f2}
        main{max-width:24rem;margin:8vh auto 0;padding:1.5rem;background:#fff;border-top:4px solid #b3261e;border-radius:6px}
        h1{font-size:1.3rem;margin:0 0 .3rem}h1 small{display:block;font-size:.85rem;font-weight:400;color:#666}
        label{display:block;margin-top:1rem}input{width:100%;padding:.6rem;font:inherit;border:1px solid #999;border-radius:4px}
        button{width:100%;margin-top:1.4rem;padding:.7rem;font:inherit;color:#fff;background:#b3261e;border:0;border-radius:4px}
        input:focus,button:focus,a:focus{outline:3px solid #f0b429}ul{margin:1rem 0 0;padding:.6rem .6rem .6rem 1.6rem;background:#fdecea;color:#8c1d18}
        p{margin:1rem 0 0}a{color:#8c1d18}
        """;

    // Chrome holds redirects after a form to form-action too: the log-in ends at a program on the loopback address.
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "form-action 'self' http://127.0.0.1:* http://localhost:*; base-uri 'none'; frame-ancestors 'none'";

    public static IResult Show(HttpContext context, string title, string body)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} - 理论学习中心组</title><style>{Style}</style></head>
            <body><main><h1>{title}<small>党委（党组）理论学习中心组学习管理系统</small></h1>
            {body}
            </main></body></html>
            """,
            "text/html; charset=utf-8");
    }

    public static string Login(AntiforgeryTokenSet tokens, string returnUrl, string userName, IReadOnlyList<Violation> wrong) =>
        $"""
        {Sentences(wrong)}<form method="post" action="/account/login">{Hidden(tokens, returnUrl)}
        <label>用户名<input name="userName" value="{Encode(userName)}" autocomplete="username" autocapitalize="none" maxlength="40" required autofocus></label>
        <label>密码<input name="password" type="password" autocomplete="current-password" maxlength="128" required></label>
        <button>登录</button></form>
        <p>首次登录请使用管理员发给您的一次性密码。忘记密码请联系系统管理员。</p>
        """;

    public static string Password(
        AntiforgeryTokenSet tokens, string returnUrl, bool isFirst, IReadOnlyList<Violation> wrong) =>
        $"""
        <p>{(isFirst ? "您使用的是一次性密码，须先设置自己的密码。" : "请设置新密码。")}</p>
        {Sentences(wrong)}<form method="post" action="/account/password">{Hidden(tokens, returnUrl)}
        <label>当前密码<input name="currentPassword" type="password" autocomplete="current-password" maxlength="128" required autofocus></label>
        <label>新密码<input name="newPassword" type="password" autocomplete="new-password" maxlength="128" required></label>
        <label>再输入一次新密码<input name="repeatPassword" type="password" autocomplete="new-password" maxlength="128" required></label>
        <button>保存</button></form>
        <p>密码须同时含有字母、数字和符号，且不得与用户名相同。</p>
        """;

    public static string Logout(AntiforgeryTokenSet tokens) =>
        $"""<form method="post" action="/account/logout">{Hidden(tokens, "")}<button>退出登录</button></form>""";

    public static string LoggedOut() => """<p>您已退出登录。</p><p><a href="/account/login">重新登录</a></p>""";

    public static string Home(string name) =>
        $"""<p>{Encode(name)}，您已登录。</p><p><a href="/account/password">修改密码</a></p><p><a href="/account/logout">退出登录</a></p>""";

    private static string Hidden(AntiforgeryTokenSet tokens, string returnUrl) =>
        $"""
        <input type="hidden" name="{tokens.FormFieldName}" value="{Encode(tokens.RequestToken!)}"><input type="hidden" name="returnUrl" value="{Encode(returnUrl)}">
        """;

    private static string Sentences(IReadOnlyList<Violation> wrong)
    {
        var lines = wrong.Select(violation => ErrorTexts.Sentence(
            "directory", violation.Reason, violation.Metadata.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)),
            CultureInfo.GetCultureInfo("zh")));
        return wrong.Count == 0 ? "" : $"<ul role=\"alert\">{string.Concat(lines.Select(line => $"<li>{Encode(line)}</li>"))}</ul>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
