using Google.Protobuf.WellKnownTypes;
using StudySuite.Bulletin.V1;
using StudySuite.Events;

namespace StudySuite.Bulletin.Tests.Bulletins;

public sealed class BulletinServiceTests
{
    [Fact]
    public async Task IssueBulletin_Signed_NumbersDistributesAndAnnounces()
    {
        await using var county = await County.StartAsync();
        await county.CloseUnitAsync("xinxiang-weijian", Sample.Day("2023-07-11"));
        await county.CloseUnitAsync("xinxiang-guguzhai", Sample.Day("2023-07-12"));

        var issued = await county.GivenIssuedAsync();
        var recipients = await county.Bulletins().ListBulletinRecipientsAsync(
            new ListBulletinRecipientsRequest { Parent = issued.Name });

        Assert.Equal(
            (BulletinState.Issued, "新宣通〔2023〕1号", "2023-07-12", 2),
            (issued.State, issued.Number, issued.IssuedOn, issued.RecipientCount));
        Assert.Equal(["县科工局", "古固寨镇"], recipients.Recipients.Select(recipient => recipient.UnitName));
        var announced = Assert.Single(await county.Host.SentAsync<BulletinIssued>());
        Assert.Equal((issued.Name, issued.Number), (announced.Bulletin, announced.Number));
        Assert.Equal(["xinxiang-kegong", "xinxiang-guguzhai"], announced.Recipients);
        Assert.Equal(issued.Etag, $"{announced.Version}");
    }

    [Fact]
    public async Task IssueBulletin_ItsDate_IsCheckedAgainstTodayAndThePeriod()
    {
        await using var county = await County.StartAsync();
        var signed = await county.GivenSignedAsync();

        Assert.Equal(["issued_on DATE_IN_FUTURE"], await Refusal.ViolationsAsync(county.Bulletins().IssueBulletinAsync(
            new IssueBulletinRequest { Name = signed.Name, IssuedOn = "2023-12-21" })));
        Assert.Equal(["issued_on ISSUED_BEFORE_PERIOD"], await Refusal.ViolationsAsync(county.Bulletins().IssueBulletinAsync(
            new IssueBulletinRequest { Name = signed.Name, IssuedOn = "2022-12-31" })));
        Assert.Equal("BULLETIN_NOT_SIGNED", await Refusal.ReasonAsync(county.Bulletins().IssueBulletinAsync(
            new IssueBulletinRequest { Name = (await county.GivenDraftAsync("h2")).Name })));
    }

    [Fact]
    public async Task IssueBulletin_RepeatedWithItsRequestId_TakesOneNumber()
    {
        await using var county = await County.StartAsync();
        var request = new IssueBulletinRequest { Name = (await county.GivenSignedAsync()).Name, RequestId = "issue-0001" };

        var first = await county.Bulletins().IssueBulletinAsync(request);
        var second = await county.Bulletins().IssueBulletinAsync(request);
        var next = await county.Bulletins().IssueBulletinAsync(
            new IssueBulletinRequest { Name = (await county.GivenSignedAsync("h2")).Name });

        Assert.Equal(first, second);
        Assert.Equal("新宣通〔2023〕2号", next.Number);
    }

    [Fact]
    public async Task SignBulletin_BySubmitterOrWithoutRole_IsRefused()
    {
        await using var county = await County.StartAsync();
        var draft = await county.GivenDraftAsync();
        await county.Bulletins().SubmitBulletinAsync(new SubmitBulletinRequest { Name = draft.Name });
        var sign = new SignBulletinRequest { Name = draft.Name };

        Assert.Equal("SIGNER_SUBMITTED", await Refusal.ReasonAsync(county.Bulletins().SignBulletinAsync(sign)));
        Assert.Equal("ROLE_MISSING", await Refusal.ReasonAsync(
            county.Bulletins("p-x", "StudySecretary:/xinxiang/").SignBulletinAsync(sign)));
        Assert.Equal("UNIT_NOT_FOUND", await Refusal.ReasonAsync(
            county.Bulletins("p-x", "GroupLeader:/xinxiang/xinxiang-kegong/").SignBulletinAsync(sign)));
        var signed = await county.Bulletins("p-leader", County.Leader).SignBulletinAsync(sign);
        Assert.Equal("people/p-leader", Assert.Single(signed.Signatures).Person);
    }

    [Fact]
    public async Task ReturnBulletin_FromSignOff_CanBeMendedAndSubmittedAnew()
    {
        await using var county = await County.StartAsync();
        var draft = await county.GivenDraftAsync();
        await county.Bulletins().SubmitBulletinAsync(new SubmitBulletinRequest { Name = draft.Name });

        var returned = await county.Bulletins("p-director").ReturnBulletinAsync(
            new ReturnBulletinRequest { Name = draft.Name, Reason = "补充做法" });
        var again = await county.Bulletins().SubmitBulletinAsync(new SubmitBulletinRequest { Name = draft.Name });

        Assert.Equal((BulletinState.Draft, "补充做法"), (returned.State, returned.ReturnReason));
        Assert.Null(returned.FreezeTime);
        Assert.Equal(BulletinState.InSignOff, again.State);
    }

    [Fact]
    public async Task UpdateBulletin_WithMask_ChangesThatOnlyAndAsksForTheEtag()
    {
        await using var county = await County.StartAsync();
        var draft = await county.GivenDraftAsync();
        var update = new UpdateBulletinRequest
        {
            Bulletin = new V1.Bulletin
            {
                Name = draft.Name, Etag = draft.Etag, Problems = "新的问题",
                GoodPractices = { new GoodPractice { Unit = "units/xinxiang-kegong", Text = "学用结合" } },
            },
            UpdateMask = FieldMask.FromString("problems,good_practices"),
        };

        var updated = await county.Bulletins().UpdateBulletinAsync(update);

        Assert.Equal(("总体情况", "新的问题"), (updated.Overview, updated.Problems));
        Assert.Equal("units/xinxiang-kegong", Assert.Single(updated.GoodPractices).Unit);
        Assert.Equal("ETAG_STALE", await Refusal.ReasonAsync(county.Bulletins().UpdateBulletinAsync(update)));
    }

    [Fact]
    public async Task CreateBulletin_Malformed_NamesEveryViolation()
    {
        await using var county = await County.StartAsync();

        Assert.Equal(
            [
                "bulletin.end_date PERIOD_REVERSED", "bulletin.good_practices[0].unit UNIT_UNKNOWN",
                "bulletin.number_prefix TEXT_TOO_LONG", "bulletin.year PERIOD_AMBIGUOUS", "bulletin_id ID_INVALID",
            ],
            await Refusal.ViolationsAsync(county.Bulletins().CreateBulletinAsync(new CreateBulletinRequest
            {
                Parent = "units/xinxiang",
                BulletinId = "H1",
                Bulletin = new V1.Bulletin
                {
                    Year = 2023, StartDate = "2023-07-01", EndDate = "2023-06-30", NumberPrefix = new string('宣', 21),
                    GoodPractices = { new GoodPractice { Unit = "units/elsewhere", Text = "做法" } },
                },
            })));
    }

    [Fact]
    public async Task CreateBulletin_WithNothingButAPeriod_HasTitleChainAndCounter()
    {
        await using var county = await County.StartAsync();
        var request = new CreateBulletinRequest
        {
            Parent = "units/xinxiang", BulletinId = "h1", Bulletin = new V1.Bulletin { Year = 2023, Half = 1 },
        };

        var draft = await county.Bulletins().CreateBulletinAsync(request);

        Assert.Equal("关于2023年上半年全县党委（党组）理论学习中心组学习情况的通报", draft.Title);
        Assert.Equal(("2023-01-01", "2023-06-30"), (draft.StartDate, draft.EndDate));
        Assert.Equal(["部长"], draft.SignOffSteps);
        Assert.Equal((draft.Title.Length, 4000, false), (draft.CharCount, draft.MaxChars, draft.IsTooLong));
        Assert.Equal("BULLETIN_EXISTS", await Refusal.ReasonAsync(county.Bulletins().CreateBulletinAsync(request)));
        Assert.Equal(draft, Assert.Single((await county.Bulletins().ListBulletinsAsync(
            new ListBulletinsRequest { Parent = "units/-" })).Bulletins));
        Assert.Equal("BULLETIN_NOT_FOUND", await Refusal.ReasonAsync(county.Bulletins().GetBulletinAsync(
            new GetBulletinRequest { Name = "units/xinxiang/bulletins/none" })));
    }

    [Fact]
    public async Task GetBulletin_LongerThanTheRule_WarnsOnly()
    {
        await using var county = await County.StartAsync();
        var draft = await county.GivenDraftAsync();
        await county.Bulletins().UpdateBulletinAsync(new UpdateBulletinRequest
        {
            Bulletin = new V1.Bulletin { Name = draft.Name, Overview = new string('字', 4001) },
            UpdateMask = FieldMask.FromString("overview"),
        });

        var submitted = await county.Bulletins().SubmitBulletinAsync(new SubmitBulletinRequest { Name = draft.Name });

        Assert.True(submitted.IsTooLong);
        Assert.Equal("rulebooks/default", submitted.Rulebook);
    }
}
