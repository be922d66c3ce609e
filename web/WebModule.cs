using Microsoft.AspNetCore.Components.Server.Circuits;
using MudBlazor.Services;
using StudySuite.Web.Access;
using StudySuite.Web.Calls;
using StudySuite.Web.Layout;
using StudySuite.Web.Pages.Audit;
using StudySuite.Web.Pages.Inbox;
using StudySuite.Web.Parts;
using StudySuite.Web.Texts;

namespace StudySuite.Web;

/// <summary>The pages: a client of the gateway like any other. Expects <c>AddSuiteDefaults</c>.</summary>
public static class WebModule
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        // Also outside of Development: a build that was not published serves its files from where they were built.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Words>();
        builder.Services.AddSignIn();
        builder.Services.AddCalls();
        // In the middle, where nothing is to be pressed: to the right it lies on the page's own buttons.
        builder.Services.AddMudServices(settings => settings.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.TopCenter);
        builder.Services.AddScoped<Drafts>();
        builder.Services.AddScoped<AuditTrails>();
        builder.Services.AddScoped<UnitNames>();
        builder.Services.AddScoped<InboxFeed>();
        builder.Services.AddScoped<LastUse>();
        builder.Services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<LastUse>());
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "studysuite.web.form");
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            // Who walks through a dead spot finds the form as it was.
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(15);
            circuits.DisconnectedCircuitMaxRetained = 1_000;
        });
    }

    /// <summary>After authentication and authorization, before anything is mapped. Touches its own pages only.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseMiddleware<MissingPage>();
        app.UseWhen(PageHeaders.IsPage, pages =>
        {
            pages.UseRequestLocalization(Words.Languages);
            pages.UseMiddleware<PageHeaders>();
            pages.UseAntiforgery();
        });
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapSignIn();
        app.MapDownloads();
        app.MapUploads();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(SignInModule.Policy)
            .WithMetadata(WebPage.Instance);
    }
}
