using System.Net;
using System.Text.RegularExpressions;

namespace StudySuite.Client.Tests;

/// <summary>A person at the log-in page: fills in what is asked for, until the browser is sent back to the
/// program.</summary>
internal sealed partial class TestBrowser(string userName, string password, string newPassword)
{
    public async Task<Uri> VisitAsync(Uri page, string callback)
    {
        using var browser = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        for (var hop = 0; hop < 12 && !page.AbsoluteUri.StartsWith(callback, StringComparison.Ordinal); hop++)
        {
            using var shown = await browser.GetAsync(page);
            if (shown.Headers.Location is null)
            {
                using var sent = await SendFormAsync(browser, page, await shown.Content.ReadAsStringAsync());
                page = new Uri(page, sent.Headers.Location
                    ?? throw new InvalidOperationException(await sent.Content.ReadAsStringAsync()));
            }
            else
            {
                page = new Uri(page, shown.Headers.Location);
            }
        }

        return page;
    }

    private async Task<HttpResponseMessage> SendFormAsync(HttpClient browser, Uri page, string html)
    {
        var fields = Input().Matches(html)
            .ToDictionary(input => Name().Match(input.Value).Groups[1].Value, input => Fill(input.Value));
        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(page, WebUtility.HtmlDecode(Action().Match(html).Groups[1].Value)),
            form);
    }

    private string Fill(string input) => Name().Match(input).Groups[1].Value.ToLowerInvariant() switch
    {
        "username" => userName,
        "password" or "currentpassword" => password,
        "newpassword" or "repeatpassword" => newPassword,
        _ => WebUtility.HtmlDecode(Value().Match(input).Groups[1].Value),
    };

    [GeneratedRegex("<input[^>]*\\bname=\"[^\"]+\"[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("\\bname=\"([^\"]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\bvalue=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<form[^>]*\\baction=\"([^\"]*)\"")]
    private static partial Regex Action();
}
