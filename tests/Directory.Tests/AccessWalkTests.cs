using StudySuite.Testing;

namespace StudySuite.Directory.Tests;

public sealed class AccessWalkTests
{
    [Fact]
    public Task Rpcs_EveryRoleOnEveryUnit_KeepToTheTable() =>
        ServiceContract.RpcsKeepToTheTableAsync<DirectoryDbContext>("Directory");
}
