using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using StudySuite.Defaults.Plain;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.ActivityFiles;

/// <summary>Files as plain bytes over HTTP, at the addresses of the RPCs. They come before transcoding's own.</summary>
internal static class ActivityFileEndpoints
{
    private const string Methods = "/studysuite.sessions.v1.ActivityFileService/";
    private const string Files = "/sessions/v1/units/{unit}/activities/{activity}/files";

    public static void MapActivityFiles(this IEndpointRouteBuilder app)
    {
        // The service counts the bytes itself and says in words when there are too many.
        app.MapPost($"{Files}:upload", UploadAsync).WithOrder(-1).WithMetadata(new DisableRequestSizeLimitAttribute());
        app.MapGet($"{Files}/{{file}}:download", DownloadAsync).WithOrder(-1);
    }

    private static Task UploadAsync(string unit, string activity, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<ActivityFileService>(http.RequestServices);
        var bytes = new BodyReader<UploadActivityFileRequest>(
            http, Asked($"units/{unit}/activities/{activity}", http.Request.Query),
            piece => new UploadActivityFileRequest { Data = UnsafeByteOperations.UnsafeWrap(piece) });
        return PlainCall.UploadAsync<SessionsDbContext, UploadActivityFileRequest, V1.ActivityFile>(
            http, $"{Methods}UploadActivityFile", bytes, service.UploadActivityFile);
    }

    private static Task DownloadAsync(string unit, string activity, string file, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<ActivityFileService>(http.RequestServices);
        return PlainCall.DownloadAsync<SessionsDbContext, DownloadActivityFileRequest>(
            http, $"{Methods}DownloadActivityFile",
            new DownloadActivityFileRequest { Name = $"units/{unit}/activities/{activity}/files/{file}" }, service.SendAsync);
    }

    /// <summary>Names as in the contract, in either spelling.</summary>
    private static UploadActivityFileRequest Asked(string parent, IQueryCollection query)
    {
        return new UploadActivityFileRequest
        {
            Parent = parent,
            FileName = Text("file_name"),
            Title = Text("title"),
            ConfirmInternal = Text("confirm_internal") is "true" or "1",
            RequestId = Text("request_id"),
        };

        string Text(string name) =>
            (query.TryGetValue(UploadActivityFileRequest.Descriptor.FindFieldByName(name).JsonName, out var value)
                ? value : query[name]).ToString();
    }
}
