using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using StudySuite.Defaults.Plain;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Materials;

/// <summary>Files as plain bytes over HTTP, at the addresses of the RPCs. They come before transcoding's own.</summary>
internal static class MaterialEndpoints
{
    private const string Methods = "/studysuite.sessions.v1.MaterialService/";
    private const string Files = "/sessions/v1/units/{unit}/sessions/{session}/files";

    public static void MapMaterialFiles(this IEndpointRouteBuilder app)
    {
        // The service counts the bytes itself and says in words when there are too many.
        app.MapPost($"{Files}:upload", UploadAsync).WithOrder(-1).WithMetadata(new DisableRequestSizeLimitAttribute());
        app.MapGet($"{Files}/{{file}}:download", DownloadAsync).WithOrder(-1);
    }

    private static Task UploadAsync(string unit, string session, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<MaterialService>(http.RequestServices);
        var bytes = new BodyReader<UploadMaterialRequest>(
            http, Asked($"units/{unit}/sessions/{session}", http.Request.Query),
            piece => new UploadMaterialRequest { Data = UnsafeByteOperations.UnsafeWrap(piece) });
        return PlainCall.UploadAsync<SessionsDbContext, UploadMaterialRequest, V1.MaterialFile>(
            http, $"{Methods}UploadMaterial", bytes, service.UploadMaterial);
    }

    private static Task DownloadAsync(string unit, string session, string file, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<MaterialService>(http.RequestServices);
        return PlainCall.DownloadAsync<SessionsDbContext, DownloadMaterialFileRequest>(
            http, $"{Methods}DownloadMaterialFile",
            new DownloadMaterialFileRequest { Name = $"units/{unit}/sessions/{session}/files/{file}" }, service.SendAsync);
    }

    /// <summary>Names as in the contract, in either spelling; what cannot be read becomes a value that the check refuses.</summary>
    private static UploadMaterialRequest Asked(string parent, IQueryCollection query)
    {
        var part = Text("part");
        return new UploadMaterialRequest
        {
            Parent = parent,
            FileName = Text("file_name"),
            Title = Text("title"),
            Part = part.Length == 0 ? ArchiveItemKind.Unspecified
                : (ArchiveItemKind)(ArchiveReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.EnumDescriptor>(
                    nameof(ArchiveItemKind)).FindValueByName(part)?.Number ?? -1),
            Source = Text("source"),
            Volumes = Text("volumes") is { Length: > 0 } volumes
                ? int.TryParse(volumes, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1
                : 0,
            ConfirmInternal = Text("confirm_internal") is "true" or "1",
            RequestId = Text("request_id"),
            AsAddendum = Text("as_addendum") is "true" or "1",
        };

        string Text(string name)
        {
            var camel = JsonName(name);
            return (query.TryGetValue(camel, out var value) ? value : query[name]).ToString();
        }
    }

    private static string JsonName(string name) => UploadMaterialRequest.Descriptor.FindFieldByName(name).JsonName;
}
