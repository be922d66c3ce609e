using StudySuite.Testing;

namespace StudySuite.Notifications.Tests;

public sealed class AccessWalkTests
{
    [Fact]
    public Task Rpcs_EveryRoleOnEveryUnit_KeepToTheTable() =>
        ServiceContract.RpcsKeepToTheTableAsync<NotificationsDbContext>("Notifications");
}
