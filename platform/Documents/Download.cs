using System.Globalization;
using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace StudySuite.Documents;

/// <summary>A file on its way to the caller.</summary>
/// <param name="Name">File name with its ending; characters that file systems refuse are replaced.</param>
/// <param name="Policy">Content-Security-Policy of a page; empty for files.</param>
public sealed record Download(string Name, string ContentType, ReadOnlyMemory<byte> Bytes, string Policy = "")
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Html = "text/html; charset=utf-8";

    /// <summary>
    /// The answer of an RPC that returns a file. JSON transcoding writes the bytes of an <c>HttpBody</c> as REST answer but
    /// knows no file name: that goes into the headers here, which gRPC clients read as <c>content-disposition</c>.
    /// </summary>
    public static HttpBody Send(ServerCallContext context, Download file)
    {
        var page = file.ContentType.StartsWith("text/html", StringComparison.Ordinal);
        var disposition = new ContentDispositionHeaderValue(page ? "inline" : "attachment");
        disposition.SetHttpFileName(SafeName(file.Name));

        var headers = context.GetHttpContext().Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.CacheControl = "no-store";
        if (file.Policy.Length > 0)
        {
            headers.ContentSecurityPolicy = file.Policy;
        }

        return new HttpBody { ContentType = file.ContentType, Data = UnsafeByteOperations.UnsafeWrap(file.Bytes) };
    }

    /// <summary>A name that every file system takes, without a path and without what steers how text is shown.</summary>
    public static string SafeName(string name)
    {
        var safe = string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c)
                is not UnicodeCategory.Format and not UnicodeCategory.Surrogate)
            .Select(c => "\\/:*?\"<>|".Contains(c) ? '_' : c)).Trim(' ', '.');
        var ending = Path.GetExtension(safe);
        return safe.Length == 0 ? "file" : safe.Length <= 120 ? safe : safe[..(120 - ending.Length)] + ending;
    }
}

/// <summary>The forms a document can be had in.</summary>
public enum FileForm
{
    Docx,
    Print,
}

public static class DocumentDownloads
{
    /// <param name="name">File name without an ending.</param>
    public static Download ToDownload(this Document document, FileForm form, string name) => form switch
    {
        FileForm.Print => new Download($"{name}.html", Download.Html, document.ToPrintPage(), PrintPage.Policy),
        _ => new Download($"{name}.docx", Download.Docx, document.ToDocx()),
    };

    /// <param name="name">File name without an ending.</param>
    public static Download ToDownload(this Table table, string name) =>
        new($"{name}.xlsx", Download.Xlsx, table.ToXlsx());
}
