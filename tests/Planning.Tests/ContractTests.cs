using StudySuite.Planning.V1;
using StudySuite.Testing;

namespace StudySuite.Planning.Tests;

public sealed class ContractTests
{
    [Fact]
    public Task Rpcs_All_HaveAccess() => ServiceContract.RpcsHaveAccessAsync<PlanningDbContext>(
        AnnualPlanServiceReflection.Descriptor, TopicProposalServiceReflection.Descriptor);

    [Fact]
    public Task Migrations_OfSqlite_FitTheModel() => ServiceContract.MigrationsFitModelAsync<PlanningDbContext>(Backing.Sqlite);

    [Fact, Trait("Needs", "Servers")]
    public Task Migrations_OfPostgres_FitTheModel() => ServiceContract.MigrationsFitModelAsync<PlanningDbContext>(Backing.Servers);
}
