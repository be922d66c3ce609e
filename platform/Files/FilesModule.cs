using Microsoft.Extensions.DependencyInjection;

namespace StudySuite.Files;

public static class FilesModule
{
    public static IServiceCollection AddBlobs(this IServiceCollection services)
    {
        services.AddOptions<FileOptions>().BindConfiguration("Files").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IBlobs, DiskBlobs>();
    }
}
