using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests;

public sealed class AccessWalkTests
{
    [Fact]
    public Task Rpcs_EveryRoleOnEveryUnit_KeepToTheTable() =>
        ServiceContract.RpcsKeepToTheTableAsync<BulletinDbContext>("Bulletin");
}
