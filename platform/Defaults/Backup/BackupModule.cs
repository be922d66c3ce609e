using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Backup;

internal static class BackupModule
{
    public static void AddBackup<TDb>(this IServiceCollection services)
        where TDb : DbContext
    {
        services.AddSingleton<DatabaseBackup<TDb>>();
        services.AddSingleton<IBackupPart>(provider => provider.GetRequiredService<DatabaseBackup<TDb>>());
        services.AddSingleton<ISavedDatabase>(provider => provider.GetRequiredService<DatabaseBackup<TDb>>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISuiteVerb, BackupVerb>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISuiteVerb, RestoreVerb>());
    }
}
