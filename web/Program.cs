using Microsoft.AspNetCore.DataProtection;
using StudySuite.Defaults.Hosting;
using StudySuite.Web;

return await SuiteRunner.RunAsync(args, builder =>
{
    builder.AddSuiteDefaults();
    builder.AddWeb();
    // Cookies outlive a restart. In standalone the process's keys are directory's, in its database.
    var folder = builder.Configuration.GetSection(WebOptions.Section).Get<WebOptions>()?.Folder ?? new WebOptions().Folder;
    builder.Services.AddDataProtection().SetApplicationName("studysuite")
        .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
}, app =>
{
    app.UseRouting();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseWeb();
    app.MapSuiteDefaults();
    app.MapWeb();
});
