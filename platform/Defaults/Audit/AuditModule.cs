using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Audit;

internal static class AuditModule
{
    public static void AddAuditTrail<TDb>(this IServiceCollection services)
        where TDb : DbContext
    {
        services.AddOptions<AuditOptions>().BindConfiguration("Audit").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DenialAudit<TDb>>();
        services.AddScoped<AuditChain<TDb>>();
        services.AddScoped<AuditVerification<TDb>>();
        services.AddScoped(provider => new AuditTrail<TDb>(
            provider.GetRequiredService<TDb>(), provider.GetRequiredService<AuditChain<TDb>>(),
            provider.GetRequiredService<AuditVerification<TDb>>()));
        services.AddSingleton<IVerifiedTrail, VerifiedTrail<TDb>>();
        services.AddHostedService<AuditSealer<TDb>>();
        services.AddHostedService<AuditRetention<TDb>>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISuiteVerb, VerifyAuditVerb>());
    }
}
