using StudySuite.Events;
using StudySuite.Roster;

namespace StudySuite.Notifications.Tests.Alerts;

/// <summary>Appointments come over another queue than alerts and may come after them, or end.</summary>
public sealed class LateAppointmentTests(County county) : IClassFixture<County>
{
    [Fact]
    public async Task Grant_ArrivesAfterTheAlert_AlertIsThere()
    {
        var notice = county.NewNotice();
        await county.DeliverAsync(County.Overdue(notice));
        Assert.Empty(await county.ItemsAsync("p-new-office", notice));

        await county.DeliverAsync(new GrantChanged("grants/late", "p-new-office", "SupervisionOffice", "xinxiang", true, 1));

        Assert.Single(await county.ItemsAsync("p-new-office", notice));
    }

    [Fact]
    public async Task Membership_ArrivesAfterTheAlert_AlertIsThere()
    {
        var notice = county.NewNotice("weijian");
        await county.DeliverAsync(County.Overdue(notice));

        await county.DeliverAsync(new MembershipChanged(
            "units/weijian/members/late", "weijian", "p-late", "新秘书", "", "Secretary", "Attending", 1, new DateOnly(2023, 12, 1),
            null, 1));

        Assert.Single(await county.ItemsAsync("p-late", notice));
    }

    [Fact]
    public async Task Unit_ArrivesAfterTheAlert_OfficeAboveSeesIt()
    {
        var notice = county.NewNotice("late-unit");
        await county.DeliverAsync(County.Overdue(notice));

        await county.DeliverAsync(new UnitChanged(
            "late-unit", "新单位", "PARTY_GROUP", "TOWNSHIP", "xinxiang", "/xinxiang/late-unit/", 9, null, 1));

        Assert.Single(await county.ItemsAsync(County.Office, notice));
    }

    [Fact]
    public async Task Grant_Revoked_AlertsAreGone()
    {
        var notice = county.NewNotice();
        await county.DeliverAsync(County.Overdue(notice));
        var grant = new GrantChanged("grants/leaving", "p-leaving", "SupervisionOffice", "xinxiang", true, 1);
        await county.DeliverAsync(grant);
        Assert.Single(await county.ItemsAsync("p-leaving", notice));

        await county.DeliverAsync(grant with { IsActive = false, Version = 2 });

        Assert.Empty(await county.ItemsAsync("p-leaving", notice));
    }

    [Fact]
    public async Task Membership_OnlyFromTomorrow_NothingYet()
    {
        var notice = county.NewNotice();
        await county.DeliverAsync(County.Overdue(notice));
        await county.DeliverAsync(new MembershipChanged(
            "units/kegong/members/next", "kegong", "p-next", "下任秘书", "", "Secretary", "Attending", 1, new DateOnly(2023, 12, 21),
            null, 1));

        Assert.Empty(await county.ItemsAsync("p-next", notice));
    }
}
