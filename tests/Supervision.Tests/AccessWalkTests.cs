using StudySuite.Testing;

namespace StudySuite.Supervision.Tests;

public sealed class AccessWalkTests
{
    [Fact]
    public Task Rpcs_EveryRoleOnEveryUnit_KeepToTheTable() =>
        ServiceContract.RpcsKeepToTheTableAsync<SupervisionDbContext>("Supervision");
}
