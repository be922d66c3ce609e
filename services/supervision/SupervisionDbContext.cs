using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Supervision.Observations;
using StudySuite.Supervision.Problems;
using StudySuite.Supervision.Rectification;

namespace StudySuite.Supervision;

internal class SupervisionDbContext : SuiteDbContext
{
    public SupervisionDbContext(DbContextOptions<SupervisionDbContext> options)
        : base(options)
    {
    }

    protected SupervisionDbContext(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<Problem> Problems => Set<Problem>();

    public DbSet<RectificationNotice> Notices => Set<RectificationNotice>();
}

/// <summary>The same model; a type of its own, because migrations belong to a context type.</summary>
internal sealed class SupervisionSqliteDbContext(DbContextOptions<SupervisionSqliteDbContext> options)
    : SupervisionDbContext(options);
