using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using StudySuite.Defaults.Errors;
using StudySuite.Directory.LoginSessions;

namespace StudySuite.Directory.Identity;

/// <summary>What stands on the account pages, in the language of the browser.</summary>
internal sealed class AccountForms(HttpContext context)
{
    private readonly bool isEnglish = Page.IsEnglish(context);

    /// <param name="external">Name of the outside provider; null without one.</param>
    public string Login(
        AntiforgeryTokenSet tokens, string returnUrl, string userName, string? external, IReadOnlyList<Violation> wrong) =>
        $"""
        {Sentences(wrong)}<form method="post" action="/account/login">{Hidden(tokens, returnUrl)}
        <label>{Say("用户名", "User name")}<input name="userName" value="{Page.Encode(userName)}" autocomplete="username" autocapitalize="none" maxlength="40" required autofocus></label>
        <label>{Say("密码", "Password")}<input name="password" type="password" autocomplete="current-password" maxlength="128" required></label>
        <button>{Say("登录", "Log in")}</button></form>
        {(external is null ? "" : $"""<a class="button plain" href="/account/external?returnUrl={Uri.EscapeDataString(returnUrl)}">{Say($"用{Page.Encode(external)}登录", $"Log in with {Page.Encode(external)}")}</a>""")}
        <p>{Say("首次登录请使用管理员发给您的一次性密码。忘记密码请联系系统管理员。", "For your first log-in, use the one-time password from your administrator, who also helps when you have forgotten yours.")}</p>
        """;

    public string Code(AntiforgeryTokenSet tokens, string returnUrl, IReadOnlyList<Violation> wrong) =>
        $"""
        <p>{Say("请输入手机验证器上的六位动态口令。手机不在身边时，可输入一个恢复码。", "Enter the six digits that your authenticator app shows, or one of your recovery codes.")}</p>
        {Sentences(wrong)}<form method="post" action="/account/code">{Hidden(tokens, returnUrl)}
        <label>{Say("动态口令", "Code")}<input name="code" autocomplete="one-time-code" maxlength="20" required autofocus></label>
        <button>{Say("继续", "Continue")}</button></form>
        """;

    public string Password(AntiforgeryTokenSet tokens, string returnUrl, bool isFirst, IReadOnlyList<Violation> wrong) =>
        $"""
        <p>{(isFirst ? Say("您使用的是一次性密码，须先设置自己的密码。", "You came with a one-time password: choose your own first.") : Say("请设置新密码。", "Choose a new password."))}</p>
        {Sentences(wrong)}<form method="post" action="/account/password">{Hidden(tokens, returnUrl)}
        <label>{Say("当前密码", "Current password")}<input name="currentPassword" type="password" autocomplete="current-password" maxlength="128" required autofocus></label>
        <label>{Say("新密码", "New password")}<input name="newPassword" type="password" autocomplete="new-password" maxlength="128" required></label>
        <label>{Say("再输入一次新密码", "New password once more")}<input name="repeatPassword" type="password" autocomplete="new-password" maxlength="128" required></label>
        <button>{Say("保存", "Save")}</button></form>
        <p>{Say("密码须同时含有字母、数字和符号，且不得与用户名及最近用过的密码相同。", "Letters, digits and symbols, all three; neither your user name nor a password that you had lately.")}</p>
        """;

    /// <param name="key">Secret in letters, for who cannot scan.</param>
    /// <param name="hidden">The same, sealed, for the way back.</param>
    public string SetUp(
        AntiforgeryTokenSet tokens, string returnUrl, string userName, string key, string hidden, IReadOnlyList<Violation> wrong) =>
        $"""
        <p>{Say("1. 用手机验证器应用扫描二维码，或手工输入密钥：", "1. Scan this with your authenticator app, or type the key:")}</p>
        {AuthenticatorCode.Svg(userName, key)}<p><code>{string.Join(' ', key.Chunk(4).Select(chunk => new string(chunk)))}</code></p>
        {Sentences(wrong)}<form method="post" action="/account/authenticator">{Hidden(tokens, returnUrl)}<input type="hidden" name="key" value="{Page.Encode(hidden)}">
        <label>{Say("2. 输入应用显示的六位动态口令", "2. Enter the six digits that it shows")}<input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="8" required></label>
        <button>{Say("启用", "Turn on")}</button></form>
        """;

    public string RecoveryCodes(IEnumerable<string> codes, string returnUrl) =>
        $"""
        <p>{Say("已启用。请抄下恢复码妥善保管，每个只能用一次，以后不再显示：", "It is on. Write down these recovery codes: each is good once, and they are not shown again.")}</p>
        <ul>{string.Concat(codes.Select(code => $"<li><code>{Page.Encode(code)}</code></li>"))}</ul>
        <a class="button" href="{Page.Encode(returnUrl)}">{Say("我已抄好，继续", "I have them, continue")}</a>
        """;

    public string TurnOff(AntiforgeryTokenSet tokens, IReadOnlyList<Violation> wrong) =>
        $"""
        <p>{Say("动态口令已启用。停用须输入一次动态口令或恢复码。", "The second factor is on. A code turns it off.")}</p>
        {Sentences(wrong)}<form method="post" action="/account/authenticator/off">{Hidden(tokens, "")}
        <label>{Say("动态口令", "Code")}<input name="code" autocomplete="one-time-code" maxlength="20" required></label>
        <button class="plain">{Say("停用", "Turn off")}</button></form>
        """;

    public string Logout(AntiforgeryTokenSet tokens, string action, IEnumerable<KeyValuePair<string, string>> fields) =>
        $"""
        <p>{Say("确定退出登录吗？", "Log out?")}</p><form method="post" action="{action}">{Hidden(tokens, "")}{string.Concat(fields.Where(field => field.Key != tokens.FormFieldName && field.Key != "returnUrl").Select(field =>
            $"<input type=\"hidden\" name=\"{Page.Encode(field.Key)}\" value=\"{Page.Encode(field.Value)}\">"))}<button>{Say("退出登录", "Log out")}</button></form>
        """;

    public string LoggedOut() =>
        $"""<p>{Say("您已退出登录。", "You are logged out.")}</p><p><a href="/account/login">{Say("重新登录", "Log in again")}</a></p>""";

    public string Home(AntiforgeryTokenSet tokens, string name, LoginSession current, IReadOnlyList<LoginSession> open) =>
        $"""
        <p>{Say($"{Page.Encode(name)}，您已登录。", $"{Page.Encode(name)}, you are logged in.")}</p>
        <p>{Say("登录中的设备：", "Where you are logged in:")}</p>
        <ul>{string.Concat(open.Select(session => $"<li>{Describe(session, current)}</li>"))}</ul>
        <form method="post" action="/account/sessions/end">{Hidden(tokens, "")}<button class="plain">{Say("退出其他设备", "Log out everywhere else")}</button></form>
        <p><a href="/account/password">{Say("修改密码", "Change password")}</a></p><p><a href="/account/authenticator">{Say("动态口令", "Second factor")}</a></p><p><a href="/account/logout">{Say("退出登录", "Log out")}</a></p>
        """;

    private string Describe(LoginSession session, LoginSession current)
    {
        var time = session.StartedAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var here = session.Id == current.Id ? Say("（当前）", " (this one)") : "";
        return $"{time}{here} {Page.Encode(session.Source)}<br><small>{Page.Encode(session.Program)}</small>";
    }

    private string Say(string chinese, string english) => isEnglish ? english : chinese;

    private static string Hidden(AntiforgeryTokenSet tokens, string returnUrl) =>
        $"""
        <input type="hidden" name="{tokens.FormFieldName}" value="{Page.Encode(tokens.RequestToken!)}"><input type="hidden" name="returnUrl" value="{Page.Encode(returnUrl)}">
        """;

    private string Sentences(IReadOnlyList<Violation> wrong)
    {
        var lines = wrong.Select(violation => ErrorTexts.Sentence(
            "directory", violation.Reason, violation.Metadata.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)),
            Page.CultureOf(context)));
        return wrong.Count == 0 ? "" : $"<ul role=\"alert\">{string.Concat(lines.Select(line => $"<li>{Page.Encode(line)}</li>"))}</ul>";
    }
}
