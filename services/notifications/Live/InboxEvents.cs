using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Notifications.Inbox;

namespace StudySuite.Notifications.Live;

/// <summary>
/// The live inbox as server-sent events, for browsers: <c>item</c> with an InboxItem, <c>unread</c> with the count.
/// Comments keep proxies from closing a quiet stream.
/// </summary>
internal sealed class InboxEvents(InboxWatch watch, IOptions<NotificationsOptions> options, TimeProvider clock)
{
    public const string Path = "/notifications/v1/people/{person}/inboxItems:events";

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private static readonly JsonFormatter Json = new(new JsonFormatter.Settings(
        formatDefaultValues: false, TypeRegistry.FromMessages(ErrorInfo.Descriptor)));

    public async Task StreamAsync(HttpContext context, string person)
    {
        var caller = Caller.From(context.User);
        if (caller is null)
        {
            var error = await CommonErrors.NoCallerAsync(context);
            await RefuseAsync(
                context,
                error.Kind == ErrorKind.Unavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized,
                error);
            return;
        }

        if (person != "me" && person != caller.Person)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, InboxErrors.NotFound(person));
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        // For proxies that would gather an answer before passing it on.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await WriteAsync(context, caller.Person);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left.
        }
    }

    private async Task WriteAsync(HttpContext context, string person)
    {
        var culture = AlertTexts.CultureOf(context.Request.Headers.AcceptLanguage);
        var lastSeen = context.Request.Headers["Last-Event-ID"].ToString();
        var longest = context.User.TimeLeft(TimeSpan.FromSeconds(options.Value.WatchSeconds), clock);
        var cancelled = context.RequestAborted;
        await using var changes = watch
            .ChangesAsync(person, lastSeen.Length > 0 ? lastSeen : null, longest, cancelled).GetAsyncEnumerator(cancelled);

        var next = changes.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                while (await Task.WhenAny(next, Task.Delay(KeepAlive, clock, cancelled)) != next)
                {
                    await SendAsync(context, ":\n\n");
                }

                if (!await next)
                {
                    return;
                }

                await SendAsync(context, ToEvents(changes.Current, person, culture));
                next = changes.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // When the client leaves, so does the enumerator; it must not be disposed before.
            await next;
        }
    }

    private static string ToEvents(InboxChange change, string person, CultureInfo culture)
    {
        var text = new StringBuilder();
        foreach (var row in change.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"event: item\nid: {row.Alert.Id}\ndata: ");
            text.Append(Json.Format(InboxProto.Of(row, person, culture))).Append("\n\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"event: unread\ndata: {change.Unread}\n\n").ToString();
    }

    private static async Task SendAsync(HttpContext context, string text)
    {
        await context.Response.WriteAsync(text, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, int status, DomainError error)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            Json.Format(error.ToStatus("notifications", AlertTexts.CultureOf(context.Request.Headers.AcceptLanguage))),
            context.RequestAborted);
    }
}
