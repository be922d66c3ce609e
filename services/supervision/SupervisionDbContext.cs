using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Supervision.Assessments;
using StudySuite.Supervision.Campaigns;
using StudySuite.Supervision.Checks;
using StudySuite.Supervision.Facts;
using StudySuite.Supervision.EvidenceFiles;
using StudySuite.Supervision.ObservationFiles;
using StudySuite.Supervision.Observations;
using StudySuite.Supervision.Problems;
using StudySuite.Supervision.Rectification;
using StudySuite.Supervision.Schemes;
using StudySuite.Supervision.Templates;

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

    public DbSet<ObservationFile> ObservationFiles => Set<ObservationFile>();

    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();

    public DbSet<ObservationCampaign> Campaigns => Set<ObservationCampaign>();

    public DbSet<FormTemplate> FormTemplates => Set<FormTemplate>();

    public DbSet<Check> Checks => Set<Check>();

    public DbSet<StudyFact> Facts => Set<StudyFact>();

    public DbSet<ScoreScheme> Schemes => Set<ScoreScheme>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<Problem> Problems => Set<Problem>();

    public DbSet<RectificationNotice> Notices => Set<RectificationNotice>();
}

/// <summary>The same model; a type of its own, because migrations belong to a context type.</summary>
internal sealed class SupervisionSqliteDbContext(DbContextOptions<SupervisionSqliteDbContext> options)
    : SupervisionDbContext(options);
