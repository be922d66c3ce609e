using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Annexes;
using StudySuite.Bulletin.Bulletins;
using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Practices;
using StudySuite.Bulletin.Received;
using StudySuite.Bulletin.SelfReports;
using StudySuite.Bulletin.Templates;
using StudySuite.Defaults.Database;

namespace StudySuite.Bulletin;

internal class BulletinDbContext : SuiteDbContext
{
    public BulletinDbContext(DbContextOptions<BulletinDbContext> options)
        : base(options)
    {
    }

    protected BulletinDbContext(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Fact> Facts => Set<Fact>();

    public DbSet<CountedRecord> CountedRecords => Set<CountedRecord>();

    public DbSet<StudyBulletin> Bulletins => Set<StudyBulletin>();

    public DbSet<FrozenAnnex> Annexes => Set<FrozenAnnex>();

    public DbSet<BulletinCopy> Copies => Set<BulletinCopy>();

    public DbSet<IndicatorName> IndicatorNames => Set<IndicatorName>();

    public DbSet<SelfReport> SelfReports => Set<SelfReport>();

    public DbSet<PracticeProposal> PracticeProposals => Set<PracticeProposal>();

    public DbSet<BulletinTemplate> BulletinTemplates => Set<BulletinTemplate>();
}

/// <summary>The same model; a type of its own, because migrations belong to a context type.</summary>
internal sealed class BulletinSqliteDbContext(DbContextOptions<BulletinSqliteDbContext> options)
    : BulletinDbContext(options);
