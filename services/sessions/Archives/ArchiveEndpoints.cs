using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using StudySuite.Defaults.Plain;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Archives;

/// <summary>Files and packages of archives as plain bytes, at the addresses of the RPCs.</summary>
internal static class ArchiveEndpoints
{
    private const string Methods = "/studysuite.sessions.v1.ArchiveService/";
    private const string Archive = "/sessions/v1/units/{unit}/sessions/{session}/archive";

    public static void MapArchives(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{Archive}/items/{{number}}/files/{{file}}:download", FileAsync).WithOrder(-1);
        app.MapGet($"{Archive}:package", PackageAsync).WithOrder(-1);
    }

    private static Task FileAsync(string unit, string session, string number, string file, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<ArchiveService>(http.RequestServices);
        var name = $"units/{unit}/sessions/{session}/archive/items/{number}/files/{file}";
        return PlainCall.DownloadAsync<SessionsDbContext, DownloadArchiveFileRequest>(
            http, $"{Methods}DownloadArchiveFile", new DownloadArchiveFileRequest { Name = name }, service.SendAsync);
    }

    private static Task PackageAsync(string unit, string session, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<ArchiveService>(http.RequestServices);
        var name = $"units/{unit}/sessions/{session}/archive";
        return PlainCall.DownloadAsync<SessionsDbContext, DownloadArchivePackageRequest>(
            http, $"{Methods}DownloadArchivePackage", new DownloadArchivePackageRequest { Name = name }, service.SendAsync);
    }
}
