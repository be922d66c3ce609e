using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace StudySuite.Defaults.Authentication;

/// <summary>
/// Fetches directory's public keys when the process starts and not with the first token: then directory may be away
/// later, as in a rollout where it goes right after the others came.
/// </summary>
internal sealed class TokenKeysAtStart(IOptionsMonitor<JwtBearerOptions> jwt) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var keys = jwt.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager;
        while (keys is not null)
        {
            try
            {
                await keys.GetConfigurationAsync(stoppingToken);
                return;
            }
            catch (InvalidOperationException) when (!stoppingToken.IsCancellationRequested)
            {
                // Directory is away, or in this very process and not up yet. The processor's clock: nothing waits for it.
                await Task.Delay(Again, TimeProvider.System, stoppingToken);
            }
        }
    }
}
