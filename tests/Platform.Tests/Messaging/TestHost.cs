using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Testing;

namespace StudySuite.Platform.Tests.Messaging;

/// <summary>What a test does to the consumers of its host.</summary>
public sealed class Script
{
    private int calls;

    public int Calls => calls;

    /// <summary>Runs in the consumer, after its effect and before the save, with the number of the call.</summary>
    public Func<int, CancellationToken, Task> OnConsume { get; set; } = (_, _) => Task.CompletedTask;

    internal Task ConsumeAsync(CancellationToken cancellationToken) =>
        OnConsume(Interlocked.Increment(ref calls), cancellationToken);
}

internal sealed class PlanApprovedConsumer(TargetDb db, Script script) : IEventConsumer<PlanApproved>
{
    public Task ConsumeAsync(PlanApproved evt, CancellationToken cancellationToken)
    {
        db.Add(new Effect
        {
            Subject = evt.Subject, Version = evt.Version, TraceId = Activity.Current?.TraceId.ToString(),
        });
        return script.ConsumeAsync(cancellationToken);
    }
}

/// <summary>Takes together what came together; for tests that hand it deliveries, it has no queue.</summary>
internal sealed class ManyPlansConsumer(TargetDb db, Script script) : IManyEventsConsumer<PlanApproved>
{
    public Task ConsumeAsync(PlanApproved evt, CancellationToken cancellationToken) => ConsumeAllAsync([evt], cancellationToken);

    public Task ConsumeAllAsync(IReadOnlyList<PlanApproved> events, CancellationToken cancellationToken)
    {
        db.AddRange(events.Select(evt => new Effect { Subject = evt.Subject, Version = evt.Version }));
        return script.ConsumeAsync(cancellationToken);
    }
}

/// <summary>A process of the suite: planning announces, sessions listens.</summary>
internal sealed class TestHost(IHost host) : IAsyncDisposable
{
    public const string Queue = "sessions-plan-approved";

    public IServiceProvider Services => host.Services;

    public Script Script => Services.GetRequiredService<Script>();

    public sealed class Setup
    {
        public Broker? Broker { get; init; }

        public bool Listens { get; init; } = true;

        public bool Announces { get; init; } = true;

        public TimeProvider Clock { get; init; } = TimeProvider.System;

        public IInterceptor[] SourceInterceptors { get; init; } = [];

        public IInterceptor[] TargetInterceptors { get; init; } = [];

        public Dictionary<string, string?> Settings { get; init; } = [];
    }

    public static async Task<TestHost> StartAsync(Databases databases, Setup setup, Action<Script>? script = null)
    {
        var host = await BuildAsync(databases, setup);
        script?.Invoke(host.Script);
        await host.StartAsync();
        return host;
    }

    public static async Task<TestHost> BuildAsync(Databases databases, Setup setup)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        if (setup.Broker is { } broker)
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Messaging:Transport"] = "RabbitMq",
                ["Messaging:Host"] = broker.Host,
                ["Messaging:Port"] = broker.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Messaging:VirtualHost"] = broker.VirtualHost,
                ["Messaging:User"] = broker.User,
                ["Messaging:Password"] = broker.Password,
            });
        }

        builder.Configuration.AddInMemoryCollection(setup.Settings);
        var services = builder.Services.AddSingleton(setup.Clock).AddSingleton<Script>();
        services.AddDbContext<SourceDb>(db =>
        {
            databases.UseSource(db);
            db.AddInterceptors(setup.SourceInterceptors);
        });
        AddTarget(services, databases, setup.TargetInterceptors);
        if (setup.Announces)
        {
            services.AddMessaging<SourceDb>("planning");
        }

        if (setup.Listens)
        {
            services.AddMessaging<TargetDb>("sessions");
            services.AddConsumer<PlanApprovedConsumer, PlanApproved, TargetDb>(Queue);
            services.AddScoped<ManyPlansConsumer>();
        }

        services.AddBus(builder.Configuration);
        var host = new TestHost(builder.Build());
        await host.InSourceAsync(async db => await db.Database.EnsureCreatedAsync());
        await host.InTargetAsync(async db => await db.Database.EnsureCreatedAsync());
        return host;
    }

    private static void AddTarget(IServiceCollection services, Databases databases, IInterceptor[] interceptors)
    {
        if (databases.IsPostgres)
        {
            services.AddDbContext<TargetDb, PostgresTargetDb>(Use);
        }
        else
        {
            services.AddDbContext<TargetDb, SqliteTargetDb>(Use);
        }

        void Use(DbContextOptionsBuilder db)
        {
            databases.UseTarget(db);
            db.AddInterceptors(interceptors);
        }
    }

    public Task StartAsync() => host.StartAsync();

    public Task StopAsync() => host.StopAsync();

    public Task<T> InSourceAsync<T>(Func<SourceDb, Task<T>> work) => InScopeAsync(work);

    public Task<T> InTargetAsync<T>(Func<TargetDb, Task<T>> work) => InScopeAsync(work);

    /// <summary>Announces versions of one plan, each saved by itself.</summary>
    public async Task AnnounceAsync(string plan, params IEnumerable<long> versions)
    {
        foreach (var version in versions)
        {
            await InSourceAsync(db =>
            {
                db.Enqueue(Approved(plan, version));
                return db.SaveChangesAsync();
            });
        }
    }

    /// <summary>Announces versions of plans in one save, so that they are sent together.</summary>
    public Task AnnounceTogetherAsync(params IEnumerable<(string Plan, long Version)> versions) => InSourceAsync(db =>
    {
        foreach (var (plan, version) in versions)
        {
            db.Enqueue(Approved(plan, version));
        }

        return db.SaveChangesAsync();
    });

    public static PlanApproved Approved(string plan, long version) =>
        new(plan, "xinxiang", 2023, new DateOnly(2023, 2, 1), version);

    public Task<long[]> EffectsAsync(string plan) => InTargetAsync(db => db.Effects.AsNoTracking()
        .Where(effect => effect.Subject == plan).OrderBy(effect => effect.Id).Select(effect => effect.Version).ToArrayAsync());

    public Task UntilEffectsAsync(string plan, int count) =>
        Wait.UntilAsync(async () => (await EffectsAsync(plan)).Length >= count, $"{count} effects of {plan}");

    public Task UntilAllSentAsync() => Wait.UntilAsync(
        () => InSourceAsync(async db => !await db.Outbox.AnyAsync(row => row.SentAt == null)), "every row is sent");

    public async Task<HealthStatus> HealthAsync(string check)
    {
        var report = await Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(entry => entry.Name == check);
        return report.Entries[check].Status;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private async Task<T> InScopeAsync<TDb, T>(Func<TDb, Task<T>> work)
        where TDb : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDb>());
    }
}
