using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Deadlines;

namespace StudySuite.Platform.Tests.Deadlines;

public sealed class SweeperTests
{
    [Fact]
    public async Task FirstSweep_WaitsUntilTheHostHasStarted()
    {
        var (lifetime, sweep) = (new Lifetime(), new RecordedSweep());
        await using var services = new ServiceCollection()
            .AddDbContext<SweptDb>(db => db.UseSqlite("Data Source=:memory:"))
            .AddScoped<CallContext>()
            .AddSingleton<ISweep<SweptDb>>(sweep)
            .BuildServiceProvider();
        using var sweeper = new Sweeper<SweptDb>(
            services.GetRequiredService<IServiceScopeFactory>(), Options.Create(new DeadlineOptions()), TimeProvider.System,
            lifetime, NullLogger<Sweeper<SweptDb>>.Instance);

        await sweeper.StartAsync(TestContext.Current.CancellationToken);
        await lifetime.IsAwaited.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(sweep.HasRun.IsCompleted);

        lifetime.Start();
        await sweep.HasRun.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await sweeper.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class SweptDb(DbContextOptions<SweptDb> options) : DbContext(options);

    private sealed class RecordedSweep : ISweep<SweptDb>
    {
        private readonly TaskCompletionSource run = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task HasRun => run.Task;

        public Task SweepAsync(SweptDb db, DateOnly today, CancellationToken cancellationToken)
        {
            run.TrySetResult();
            return Task.CompletedTask;
        }
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        private readonly CancellationTokenSource started = new();
        private readonly TaskCompletionSource awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Somebody has asked when the host is started.</summary>
        public Task IsAwaited => awaited.Task;

        public CancellationToken ApplicationStarted
        {
            get
            {
                awaited.TrySetResult();
                return started.Token;
            }
        }

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Start() => started.Cancel();

        public void StopApplication()
        {
        }
    }
}
