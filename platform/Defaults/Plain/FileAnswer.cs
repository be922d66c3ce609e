using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace StudySuite.Defaults.Plain;

/// <summary>A file as a plain HTTP answer: a safe name, never shown in the page's own origin, in parts when asked.</summary>
public sealed record FileAnswer(string FileName, string ContentType, string Sha256, long Length)
{
    /// <param name="open">Opens the bytes at an offset; called only when bytes are sent.</param>
    public static async Task SendAsync(HttpContext http, FileAnswer file, Func<long, Task<Stream>> open)
    {
        var (request, response) = (http.Request.GetTypedHeaders(), http.Response);
        var tag = new EntityTagHeaderValue($"\"{file.Sha256}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.AcceptRanges = "bytes";
        if (request.IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (from, to) = RangeOf(request, tag, file.Length);
        if (from >= file.Length && file.Length > 0)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = new ContentRangeHeaderValue(file.Length).ToString();
            response.ContentLength = 0;
            return;
        }

        await using var bytes = await open(from);
        if (to - from + 1 < file.Length)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = new ContentRangeHeaderValue(from, to, file.Length).ToString();
        }

        Describe(response, file.FileName, file.ContentType);
        response.ContentLength = to - from + 1;
        await CopyAsync(bytes, response.Body, to - from + 1, http.RequestAborted);
    }

    /// <summary>What keeps a browser from running what it gets.</summary>
    public static void Describe(HttpResponse response, string fileName, string contentType)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        response.Headers.CacheControl = "private, no-cache";
        response.ContentType = contentType;
    }

    /// <summary>One range at most: what asks for several gets the whole, as RFC 9110 allows.</summary>
    private static (long From, long To) RangeOf(
        Microsoft.AspNetCore.Http.Headers.RequestHeaders request, EntityTagHeaderValue tag, long length)
    {
        var isSame = request.IfRange?.EntityTag?.Compare(tag, useStrongComparison: true) ?? request.IfRange is null;
        if (!isSame || request.Range is not { Ranges: { Count: 1 } ranges } asked || asked.Unit != "bytes")
        {
            return (0, length - 1);
        }

        var range = ranges.Single();
        return range switch
        {
            { From: { } from } => (from, Math.Min(range.To ?? length - 1, length - 1)),
            { To: { } last } when last > 0 => (Math.Max(0, length - last), length - 1),
            _ => (length, length),
        };
    }

    private static async Task CopyAsync(Stream from, Stream to, long left, CancellationToken cancellationToken)
    {
        var buffer = new byte[81_920];
        while (left > 0)
        {
            var read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellationToken);
            if (read == 0)
            {
                throw new EndOfStreamException("The blob is shorter than its row says.");
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            left -= read;
        }
    }
}
