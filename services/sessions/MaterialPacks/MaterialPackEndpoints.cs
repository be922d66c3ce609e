using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using StudySuite.Defaults.Plain;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MaterialPacks;

internal static class MaterialPackEndpoints
{
    public static void MapMaterialPacks(this IEndpointRouteBuilder app) =>
        app.MapGet("/sessions/v1/units/{unit}/sessions/{session}/materialPack:download", DownloadAsync).WithOrder(-1);

    private static Task DownloadAsync(string unit, string session, HttpContext http)
    {
        var service = ActivatorUtilities.CreateInstance<MaterialPackService>(http.RequestServices);
        return PlainCall.DownloadAsync<SessionsDbContext, DownloadMaterialPackRequest>(
            http, "/studysuite.sessions.v1.MaterialPackService/DownloadMaterialPack",
            new DownloadMaterialPackRequest { Name = $"units/{unit}/sessions/{session}/materialPack" }, service.SendAsync);
    }
}
