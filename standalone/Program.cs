using StudySuite.Bulletin;
using StudySuite.Defaults.Hosting;
using StudySuite.Directory;
using StudySuite.Gateway;
using StudySuite.Gateway.OpenApi;
using StudySuite.Messaging;
using StudySuite.Notifications;
using StudySuite.Planning;
using StudySuite.Sessions;
using StudySuite.Standalone;
using StudySuite.Supervision;
using StudySuite.Web;

// The whole suite in one process, on SQLite files and an in-memory bus. --demo replays the county's year 2023.
var demo = args.Contains("--demo");
return await SuiteRunner.RunAsync([.. args.Where(arg => arg != "--demo")], builder =>
{
    builder.AddStandaloneSettings();
    builder.AddSuiteDefaults();
    builder.AddGateway();
    builder.AddDirectory();
    builder.AddPlanning();
    builder.AddSessions();
    builder.AddSupervision();
    builder.AddBulletin();
    builder.AddNotifications();
    builder.AddWeb();
    builder.Services.AddBus(builder.Configuration);
    builder.AddWelcome(demo);
}, app =>
{
    app.UseGateway();
    app.UseWeb();
    app.MapSuiteDefaults();
    app.MapOpenApi();
    app.MapDirectory();
    app.MapPlanning();
    app.MapSessions();
    app.MapSupervision();
    app.MapBulletin();
    app.MapNotifications();
    app.MapWeb();
});
