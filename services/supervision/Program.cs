using StudySuite.Defaults.Hosting;
using StudySuite.Messaging;
using StudySuite.Supervision;

InlineSockets.Use(typeof(Program).Assembly);
return await SuiteRunner.RunAsync(args, builder =>
{
    builder.AddSuiteDefaults();
    builder.AddSupervision();
    builder.Services.AddBus(builder.Configuration);
}, app =>
{
    app.MapSuiteDefaults();
    app.MapSupervision();
});
