using StudySuite.Testing;

namespace StudySuite.Sessions.Tests;

public sealed class AccessWalkTests
{
    [Fact]
    public Task Rpcs_EveryRoleOnEveryUnit_KeepToTheTable() =>
        ServiceContract.RpcsKeepToTheTableAsync<SessionsDbContext>("Sessions");
}
