using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Plain;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.ObservationFiles;

/// <summary>Files as plain bytes over HTTP, at the addresses of the RPCs. They come before transcoding's own.</summary>
internal static class ObservationFileEndpoints
{
    private const string Methods = "/studysuite.supervision.v1.ObservationFileService/";
    private const string Files = "/supervision/v1/units/{unit}/observations/{observation}/files";

    public static void MapObservationFiles(this IEndpointRouteBuilder app)
    {
        // The service counts the bytes itself and says in words when there are too many.
        app.MapPost($"{Files}:upload", UploadAsync).WithOrder(-1).WithMetadata(new DisableRequestSizeLimitAttribute());
        app.MapGet($"{Files}/{{file}}:download", DownloadAsync).WithOrder(-1);
    }

    private static Task UploadAsync(string unit, string observation, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<ObservationFileService>(http.RequestServices);
        var bytes = new BodyReader<UploadObservationFileRequest>(
            http, Asked($"units/{unit}/observations/{observation}", http.Request.Query),
            piece => new UploadObservationFileRequest { Data = UnsafeByteOperations.UnsafeWrap(piece) });
        return PlainCall.UploadAsync<SupervisionDbContext, UploadObservationFileRequest, V1.ObservationFile>(
            http, $"{Methods}UploadObservationFile", bytes, service.UploadObservationFile);
    }

    private static Task DownloadAsync(string unit, string observation, string file, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<ObservationFileService>(http.RequestServices);
        return PlainCall.DownloadAsync<SupervisionDbContext, DownloadObservationFileRequest>(
            http, $"{Methods}DownloadObservationFile",
            new DownloadObservationFileRequest { Name = $"units/{unit}/observations/{observation}/files/{file}" },
            service.SendAsync);
    }

    /// <summary>Names as in the contract, in either spelling; what cannot be read becomes what the check refuses.</summary>
    private static UploadObservationFileRequest Asked(string parent, IQueryCollection query)
    {
        var deliverable = Text("deliverable");
        return new UploadObservationFileRequest
        {
            Parent = parent,
            FileName = Text("file_name"),
            Title = Text("title"),
            Deliverable = deliverable.Length == 0 ? Deliverable.Unspecified
                : (Deliverable)(ObservationReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(Deliverable))
                    .FindValueByName(deliverable)?.Number ?? -1),
            ConfirmInternal = Text("confirm_internal") is "true" or "1",
            RequestId = Text("request_id"),
        };

        string Text(string name)
        {
            var camel = UploadObservationFileRequest.Descriptor.FindFieldByName(name).JsonName;
            return (query.TryGetValue(camel, out var value) ? value : query[name]).ToString();
        }
    }
}
