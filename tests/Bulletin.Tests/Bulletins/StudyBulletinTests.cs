using StudySuite.Bulletin.Bulletins;
using StudySuite.Bulletin.Drafts;
using StudySuite.Bulletin.Statistics;
using StudySuite.Defaults.Errors;

namespace StudySuite.Bulletin.Tests.Bulletins;

public sealed class StudyBulletinTests
{
    private static readonly DateTimeOffset Now = new(2023, 7, 10, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Submit_WithEmptySections_NamesThem()
    {
        var bulletin = Draft();
        bulletin.Write(bulletin.Draft with { Text = bulletin.Draft.Text with { Problems = " ", Requirements = "" } });

        var refused = Assert.Throws<DomainError>(() => bulletin.Submit("editor", "rulebooks/1", 4000, Now));

        Assert.Equal(("BULLETIN_INCOMPLETE", "problems,requirements"), (refused.Reason, refused.Metadata["missing"]));
    }

    [Fact]
    public void Sign_StepByStep_SignsWithTheLast()
    {
        var bulletin = Draft();
        bulletin.Submit("editor", "rulebooks/1", 4000, Now);

        bulletin.Sign("deputy", "副部长", "", Now);
        Assert.Equal(BulletinState.InSignOff, bulletin.State);
        Assert.Equal("SIGNER_SIGNED", ReasonOf(() => bulletin.Sign("deputy", "副部长", "", Now)));
        Assert.Equal("SIGNER_SUBMITTED", ReasonOf(() => bulletin.Sign("editor", "编辑", "", Now)));
        bulletin.Sign("head", "部长", "同意", Now);

        Assert.Equal(BulletinState.Signed, bulletin.State);
        Assert.Equal(["分管副部长 deputy", "部长 head"], bulletin.Signatures.Select(s => $"{s.Step} {s.Person}"));
    }

    [Fact]
    public void Return_FromSignOff_DropsSignaturesAndFreeze()
    {
        var bulletin = Draft();
        bulletin.Submit("editor", "rulebooks/1", 4000, Now);
        bulletin.Sign("deputy", "副部长", "", Now);

        bulletin.Return("数据有误");

        Assert.Equal(BulletinState.Draft, bulletin.State);
        Assert.Empty(bulletin.Signatures);
        Assert.Null(bulletin.FrozenAt);
        Assert.Equal("BULLETIN_NOT_IN_SIGN_OFF", ReasonOf(() => bulletin.Return("再退")));
    }

    [Fact]
    public void Verbs_InAWrongState_AreRefused()
    {
        var draft = Draft();
        Assert.Equal("BULLETIN_NOT_IN_SIGN_OFF", ReasonOf(() => draft.Sign("head", "", "", Now)));
        Assert.Equal("BULLETIN_NOT_SIGNED", ReasonOf(() => draft.Issue("1号", default, "1", 0)));

        draft.Submit("editor", "rulebooks/1", 4000, Now);
        Assert.Equal("BULLETIN_NOT_DRAFT", ReasonOf(() => draft.Write(draft.Draft)));
        Assert.Equal("BULLETIN_NOT_DRAFT", ReasonOf(() => draft.Submit("editor", "", 0, Now)));
        Assert.Equal("BULLETIN_NOT_SIGNED", ReasonOf(() => draft.Issue("1号", default, "1", 0)));
    }

    [Fact]
    public void CharCount_OfTheWholeText_LeavesBlanksOut()
    {
        var draft = new BulletinDraft(
            "标题", "", [], new BulletinText("一 二\n三", "四", "", "𠮷", [new GoodPractice("x", "五六")]));

        Assert.Equal(9, draft.CharCount());
    }

    [Theory]
    [InlineData(2023, 1, "COUNTY", "关于2023年上半年全县党委（党组）理论学习中心组学习情况的通报")]
    [InlineData(2023, 2, "CITY", "关于2023年下半年全市党委（党组）理论学习中心组学习情况的通报")]
    [InlineData(2023, 0, "TOWNSHIP", "关于2023年党委（党组）理论学习中心组学习情况的通报")]
    [InlineData(0, 0, "COUNTY", "关于2023年1月1日至2023年12月31日全县党委（党组）理论学习中心组学习情况的通报")]
    public void Title_ByDefault_NamesPeriodAndPlace(int year, int half, string level, string title) =>
        Assert.Equal(title, Wording.Title(year, half, Period.Year(2023), level));

    private static string ReasonOf(Action act) => Assert.Throws<DomainError>(act).Reason;

    private static StudyBulletin Draft()
    {
        var bulletin = new StudyBulletin("xinxiang", "h1", 2023, 1, new DateOnly(2023, 1, 1), new DateOnly(2023, 6, 30));
        bulletin.Write(new BulletinDraft(
            "通报", "新宣通", ["分管副部长", "部长"], new BulletinText("一", "二", "三", "四", [])));
        return bulletin;
    }
}
