using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace StudySuite.Gateway.Door;

/// <summary>Which web origins may call from a browser. Tokens travel in a header, so no credentials are allowed.</summary>
internal static class DoorCors
{
    private static readonly string[] Exposed =
        [RequestId.Header, "grpc-status", "grpc-message", "grpc-status-details-bin", "retry-after", "www-authenticate"];

    public static void AddDoorCors(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<GatewayOptions>>((cors, options) =>
            cors.AddDefaultPolicy(policy => policy
                .WithOrigins(options.Value.CorsOrigins)
                .AllowAnyMethod()
                .AllowAnyHeader()
                .WithExposedHeaders(Exposed)
                .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    public static void UseDoorCors(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<IOptions<GatewayOptions>>().Value.CorsOrigins.Length > 0)
        {
            app.UseCors();
        }
    }
}
