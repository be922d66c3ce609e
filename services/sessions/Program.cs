using StudySuite.Defaults.Hosting;
using StudySuite.Messaging;
using StudySuite.Sessions;

InlineSockets.Use(typeof(Program).Assembly);
return await SuiteRunner.RunAsync(args, builder =>
{
    builder.AddSuiteDefaults();
    builder.AddSessions();
    builder.Services.AddBus(builder.Configuration);
}, app =>
{
    app.MapSuiteDefaults();
    app.MapSessions();
});
