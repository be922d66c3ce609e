using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Plain;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.EvidenceFiles;

/// <summary>Files as plain bytes over HTTP, at the addresses of the RPCs. They come before transcoding's own.</summary>
internal static class EvidenceFileEndpoints
{
    private const string Methods = "/studysuite.supervision.v1.EvidenceFileService/";
    private const string Files = "/supervision/v1/units/{unit}/rectificationNotices/{notice}/files";

    public static void MapEvidenceFiles(this IEndpointRouteBuilder app)
    {
        // The service counts the bytes itself and says in words when there are too many.
        app.MapPost($"{Files}:upload", UploadAsync).WithOrder(-1).WithMetadata(new DisableRequestSizeLimitAttribute());
        app.MapGet($"{Files}/{{file}}:download", DownloadAsync).WithOrder(-1);
    }

    private static Task UploadAsync(string unit, string notice, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<EvidenceFileService>(http.RequestServices);
        var bytes = new BodyReader<UploadEvidenceFileRequest>(
            http, Asked($"units/{unit}/rectificationNotices/{notice}", http.Request.Query),
            piece => new UploadEvidenceFileRequest { Data = UnsafeByteOperations.UnsafeWrap(piece) });
        return PlainCall.UploadAsync<SupervisionDbContext, UploadEvidenceFileRequest, V1.EvidenceFile>(
            http, $"{Methods}UploadEvidenceFile", bytes, service.UploadEvidenceFile);
    }

    private static Task DownloadAsync(string unit, string notice, string file, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<EvidenceFileService>(http.RequestServices);
        return PlainCall.DownloadAsync<SupervisionDbContext, DownloadEvidenceFileRequest>(
            http, $"{Methods}DownloadEvidenceFile",
            new DownloadEvidenceFileRequest { Name = $"units/{unit}/rectificationNotices/{notice}/files/{file}" },
            service.SendAsync);
    }

    /// <summary>Names as in the contract, in either spelling; a number that cannot be read is none of the notice's.</summary>
    private static UploadEvidenceFileRequest Asked(string parent, IQueryCollection query)
    {
        var item = Text("item");
        return new UploadEvidenceFileRequest
        {
            Parent = parent,
            FileName = Text("file_name"),
            Title = Text("title"),
            Item = item.Length == 0 ? 0 : int.TryParse(item, CultureInfo.InvariantCulture, out var number) ? number : -1,
            ConfirmInternal = Text("confirm_internal") is "true" or "1",
            RequestId = Text("request_id"),
        };

        string Text(string name)
        {
            var camel = UploadEvidenceFileRequest.Descriptor.FindFieldByName(name).JsonName;
            return (query.TryGetValue(camel, out var value) ? value : query[name]).ToString();
        }
    }
}
