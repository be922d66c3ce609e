using StudySuite.Defaults.Hosting;
using StudySuite.Gateway;
using StudySuite.Gateway.OpenApi;
using StudySuite.Gateway.Proxy;

InlineSockets.Use(typeof(Program).Assembly);
return await SuiteRunner.RunAsync(args, builder =>
{
    builder.AddSuiteDefaults();
    builder.AddGateway();
    builder.AddProxy();
}, app =>
{
    app.UseGateway();
    app.MapSuiteDefaults();
    app.MapOpenApi();
    app.MapProxy();
});
