using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Planning.Amendments;
using StudySuite.Planning.Arrangements;
using StudySuite.Planning.Campaigns;
using StudySuite.Planning.Categories;
using StudySuite.Planning.Coverage;
using StudySuite.Planning.Filing;
using StudySuite.Planning.Personal;
using StudySuite.Planning.Plans;
using StudySuite.Planning.Topics;

namespace StudySuite.Planning;

internal class PlanningDbContext : SuiteDbContext
{
    public PlanningDbContext(DbContextOptions<PlanningDbContext> options)
        : base(options)
    {
    }

    protected PlanningDbContext(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<AnnualPlan> Plans => Set<AnnualPlan>();

    public DbSet<PlanOutline> PlanOutlines => Set<PlanOutline>();

    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    public DbSet<FilingTerm> FilingTerms => Set<FilingTerm>();

    public DbSet<TopicCampaign> Campaigns => Set<TopicCampaign>();

    public DbSet<TopicProposal> TopicProposals => Set<TopicProposal>();

    public DbSet<ThematicArrangement> Arrangements => Set<ThematicArrangement>();

    public DbSet<ContentCategory> Categories => Set<ContentCategory>();

    public DbSet<CoveredSession> CoveredSessions => Set<CoveredSession>();

    public DbSet<SelfStudyPlan> SelfStudyPlans => Set<SelfStudyPlan>();

    public DbSet<ResearchTopic> ResearchTopics => Set<ResearchTopic>();
}

/// <summary>The same model; a type of its own, because migrations belong to a context type.</summary>
internal sealed class PlanningSqliteDbContext(DbContextOptions<PlanningSqliteDbContext> options)
    : PlanningDbContext(options);
