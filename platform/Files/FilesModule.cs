using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace StudySuite.Files;

public static class FilesModule
{
    /// <summary>
    /// A shelf of the blob store for one service, injected as <c>[FromKeyedServices("sessions")] IBlobs</c>. Services
    /// that share a folder or bucket do not see, or clean away, each other's blobs.
    /// </summary>
    /// <param name="shelf">The service's one word.</param>
    public static IServiceCollection AddBlobs(this IServiceCollection services, string shelf)
    {
        services.AddOptions<FileOptions>().BindConfiguration("Files").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<Incoming>();
        services.TryAddSingleton<S3Bucket>();
        return services.AddKeyedSingleton<IBlobs>(shelf, (provider, _) =>
        {
            var options = provider.GetRequiredService<IOptions<FileOptions>>();
            return options.Value.Store == FileStore.S3
                ? new S3Blobs(shelf, provider.GetRequiredService<Incoming>(), provider.GetRequiredService<S3Bucket>())
                : new DiskBlobs(
                    shelf, provider.GetRequiredService<Incoming>(), options, provider.GetRequiredService<TimeProvider>());
        });
    }
}
