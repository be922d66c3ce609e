using StudySuite.Defaults.Hosting;
using StudySuite.Messaging;
using StudySuite.Notifications;

InlineSockets.Use(typeof(Program).Assembly);
return await SuiteRunner.RunAsync(args, builder =>
{
    builder.AddSuiteDefaults();
    builder.AddNotifications();
    builder.Services.AddBus(builder.Configuration);
}, app =>
{
    app.MapSuiteDefaults();
    app.MapNotifications();
});
