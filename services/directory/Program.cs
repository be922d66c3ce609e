using StudySuite.Defaults.Hosting;
using StudySuite.Directory;
using StudySuite.Messaging;

return await SuiteRunner.RunAsync(args, builder =>
{
    builder.AddSuiteDefaults();
    builder.AddDirectory();
    builder.Services.AddBus(builder.Configuration);
}, app =>
{
    app.MapSuiteDefaults();
    app.MapDirectory();
});
