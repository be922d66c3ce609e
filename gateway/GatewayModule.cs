using StudySuite.Defaults.Errors;
using StudySuite.Gateway.Door;
using StudySuite.Gateway.Errors;
using StudySuite.Gateway.OpenApi;

namespace StudySuite.Gateway;

/// <summary>
/// The door: what every call passes, whether the services are behind a proxy or in the same process.
/// Expects <c>AddSuiteDefaults</c>, which brings listening, telemetry and the check of tokens.
/// </summary>
public static class GatewayModule
{
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        ErrorTexts.Register(Refusal.Service, Refusal.Texts);
        builder.Services.AddDoorLimits();
        builder.Services.AddCallerLimits();
        builder.Services.AddDoorCors();
        builder.Services.AddTrustedProxies();
        builder.Services.AddOpenApi();
    }

    /// <summary>Call it before anything is mapped: the order below is the order in which a call meets the door.</summary>
    public static void UseGateway(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseMiddleware<ForeignHeaders>();
        app.UseMiddleware<RequestId>();
        app.UseMiddleware<AnswerHeaders>();
        app.UseGrpcWebTranslation();
        app.UseMiddleware<ProblemAnswers>();
        app.UseMiddleware<Refusals>();
        app.UseRouting();
        app.UseDoorCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }
}
