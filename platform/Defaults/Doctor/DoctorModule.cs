using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Doctor;

internal static class DoctorModule
{
    /// <summary>What every process has; the order is the order of the report.</summary>
    public static void AddDoctor(this IServiceCollection services)
    {
        services.AddSingleton<ISuiteVerb, DoctorVerb>();
        services.AddSingleton<ICheckup, SettingsCheckup>();
        services.AddSingleton<ICheckup, CertificateCheckup>();
        services.AddSingleton<ICheckup, DiskCheckup>();
        services.AddSingleton<ICheckup, KeysCheckup>();
        services.AddSingleton<ICheckup, BrokerCheckup>();
    }

    public static void AddCheckup<TDb>(this IServiceCollection services)
        where TDb : DbContext => services.AddSingleton<ICheckup, DatabaseCheckup<TDb>>();
}
