using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
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

    public DbSet<TopicProposal> TopicProposals => Set<TopicProposal>();
}

/// <summary>The same model; a type of its own, because migrations belong to a context type.</summary>
internal sealed class PlanningSqliteDbContext(DbContextOptions<PlanningSqliteDbContext> options)
    : PlanningDbContext(options);
