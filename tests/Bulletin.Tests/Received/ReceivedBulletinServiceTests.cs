using StudySuite.Bulletin.V1;

namespace StudySuite.Bulletin.Tests.Received;

public sealed class ReceivedBulletinServiceTests
{
    private const string Unit = "units/xinxiang-kegong";
    private const string Secretary = "StudySecretary:/xinxiang/xinxiang-kegong/";

    [Fact]
    public async Task ListReceivedBulletins_BeforeAndAfterIssue_ShowsIssuedOnesOnly()
    {
        await using var county = await County.StartAsync();
        await county.GivenSignedAsync("not-yet");
        var client = county.Received(Secretary);
        Assert.Empty((await client.ListReceivedBulletinsAsync(new ListReceivedBulletinsRequest { Parent = Unit })).ReceivedBulletins);

        var issued = await county.GivenIssuedAsync();
        var listed = Assert.Single((await client.ListReceivedBulletinsAsync(
            new ListReceivedBulletinsRequest { Parent = "units/-" })).ReceivedBulletins);
        var read = await client.GetReceivedBulletinAsync(new GetReceivedBulletinRequest { Name = listed.Name });

        Assert.Equal(
            (issued.Number, issued.Title, "新乡县委", "2023-07-12"),
            (listed.Number, listed.Title, listed.IssuerName, listed.IssuedOn));
        Assert.Equal(("", "总体情况"), (listed.Overview, read.Overview));
        Assert.Equal(4, read.Annex.Rows.Count);
    }

    [Fact]
    public async Task AcknowledgeBulletin_Twice_KeepsTheFirstReceipt()
    {
        await using var county = await County.StartAsync();
        var issued = await county.GivenIssuedAsync();
        var request = new AcknowledgeBulletinRequest { Name = await ReceivedNameAsync(county) };

        var first = await county.Received(Secretary).AcknowledgeBulletinAsync(request);
        var second = await county.Received("GroupLeader:/xinxiang/xinxiang-kegong/").AcknowledgeBulletinAsync(request);
        var recipients = await county.Bulletins().ListBulletinRecipientsAsync(
            new ListBulletinRecipientsRequest { Parent = issued.Name });

        Assert.Equal("people/p-studysecretary", first.AcknowledgedBy);
        Assert.Equal(first, second);
        Assert.Equal(
            ["", "people/p-studysecretary", ""],
            recipients.Recipients.Select(recipient => recipient.AcknowledgedBy));
    }

    [Fact]
    public async Task ReceivedBulletin_OfAnotherUnitOrBySomeoneElse_IsRefused()
    {
        await using var county = await County.StartAsync();
        await county.GivenIssuedAsync();
        var name = await ReceivedNameAsync(county);
        var get = new GetReceivedBulletinRequest { Name = name };

        Assert.Equal("UNIT_NOT_FOUND", await Refusal.ReasonAsync(
            county.Received("StudySecretary:/xinxiang/xinxiang-weijian/").GetReceivedBulletinAsync(get)));
        Assert.Equal("RECEIVED_BULLETIN_NOT_FOUND", await Refusal.ReasonAsync(
            county.Received(Secretary).GetReceivedBulletinAsync(new GetReceivedBulletinRequest { Name = $"{Unit}/receivedBulletins/none" })));
        Assert.Equal("ROLE_MISSING", await Refusal.ReasonAsync(
            county.Received("Member:/xinxiang/xinxiang-kegong/").AcknowledgeBulletinAsync(
                new AcknowledgeBulletinRequest { Name = name })));
        Assert.Equal("UNIT_NOT_FOUND", await Refusal.ReasonAsync(
            county.Bulletins("p-x", Secretary).GetBulletinAsync(
                new GetBulletinRequest { Name = "units/xinxiang/bulletins/h1-2023" })));
    }

    private static async Task<string> ReceivedNameAsync(County county) =>
        (await county.Received(Secretary).ListReceivedBulletinsAsync(
            new ListReceivedBulletinsRequest { Parent = Unit })).ReceivedBulletins.Single().Name;
}
