using StudySuite.Testing;

namespace StudySuite.Planning.Tests;

public sealed class AccessWalkTests
{
    [Fact]
    public Task Rpcs_EveryRoleOnEveryUnit_KeepToTheTable() =>
        ServiceContract.RpcsKeepToTheTableAsync<PlanningDbContext>("Planning");
}
