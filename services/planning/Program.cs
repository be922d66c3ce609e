using StudySuite.Defaults.Hosting;
using StudySuite.Messaging;
using StudySuite.Planning;

InlineSockets.Use(typeof(Program).Assembly);
return await SuiteRunner.RunAsync(args, builder =>
{
    builder.AddSuiteDefaults();
    builder.AddPlanning();
    builder.Services.AddBus(builder.Configuration);
}, app =>
{
    app.MapSuiteDefaults();
    app.MapPlanning();
});
