using StudySuite.Defaults.Hosting;

namespace StudySuite.Bulletin.Rebuild;

internal static class RebuildModule
{
    public static void AddRebuild(this IServiceCollection services)
    {
        services.AddOptions<SourceOptions>().BindConfiguration("Bulletin:Sources").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SystemToken>();
        services.AddSingleton<ICountedEventSource, CountedEventSource>();
        services.AddScoped<FactRebuild>();
        services.AddSingleton<ISuiteVerb, RebuildVerb>();
    }
}
