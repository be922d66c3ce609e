using StudySuite.Planning.V1;
using StudySuite.Testing;

namespace StudySuite.Planning.Tests;

public sealed class ContractTests
{
    [Fact]
    public Task Rpcs_All_HaveAccess() => ServiceContract.RpcsHaveAccessAsync<PlanningDbContext>(
        TopicCampaignServiceReflection.Descriptor, TopicProposalServiceReflection.Descriptor,
        ThematicArrangementServiceReflection.Descriptor, ReceivedArrangementServiceReflection.Descriptor,
        ContentCategoryServiceReflection.Descriptor, AnnualPlanServiceReflection.Descriptor,
        AnnualPlanVersionServiceReflection.Descriptor, PlanCheckServiceReflection.Descriptor,
        PlanFilingServiceReflection.Descriptor, PlanDocumentServiceReflection.Descriptor,
        CoverageServiceReflection.Descriptor, SelfStudyPlanServiceReflection.Descriptor,
        ResearchTopicServiceReflection.Descriptor, CountedEventServiceReflection.Descriptor);

    [Fact]
    public Task Migrations_OfSqlite_FitTheModel() => ServiceContract.MigrationsFitModelAsync<PlanningDbContext>(Backing.Sqlite);

    [Fact, Trait("Needs", "Servers")]
    public Task Migrations_OfPostgres_FitTheModel() => ServiceContract.MigrationsFitModelAsync<PlanningDbContext>(Backing.Servers);
}
