using StudySuite.Bulletin;
using StudySuite.Defaults.Hosting;
using StudySuite.Messaging;

InlineSockets.Use(typeof(Program).Assembly);
return await SuiteRunner.RunAsync(args, builder =>
{
    builder.AddSuiteDefaults();
    builder.AddBulletin();
    builder.Services.AddBus(builder.Configuration);
}, app =>
{
    app.MapSuiteDefaults();
    app.MapBulletin();
});
