using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.V1;

namespace StudySuite.Bulletin.Tests.Bulletins;

public sealed class FreezeTests
{
    [Fact]
    public async Task GetBulletinAnnex_FromSignOffOn_StandsStillAndListsWhatCameLate()
    {
        await using var county = await County.StartAsync();
        await county.CountAsync(Counting.Of(Sample.Held("xinxiang-kegong", "1", "2023-03-05")));
        var draft = await county.GivenDraftAsync();
        await county.CountAsync(Counting.Of(Sample.Held("xinxiang-kegong", "2", "2023-04-05")));
        var live = await AnnexAsync(county, draft.Name);
        Assert.Equal(2, Sessions(live));
        Assert.Null(live.FreezeTime);

        await county.Bulletins().SubmitBulletinAsync(new SubmitBulletinRequest { Name = draft.Name });
        await county.CountAsync(Counting.Of(Sample.Held("xinxiang-kegong", "3", "2023-05-05")));
        await county.Bulletins("p-director").SignBulletinAsync(new SignBulletinRequest { Name = draft.Name });
        await county.Bulletins().IssueBulletinAsync(new IssueBulletinRequest { Name = draft.Name, IssuedOn = "2023-07-12" });
        await county.CountAsync(Counting.Of(Sample.Held("xinxiang-weijian", "1", "2023-05-06", discussion: false)));

        var frozen = await AnnexAsync(county, draft.Name);
        Assert.Equal(live.Table, frozen.Table);
        Assert.NotNull(frozen.FreezeTime);
        Assert.Equal(
            [
                "xinxiang-weijian collective_sessions 0→1", "xinxiang-kegong collective_sessions 2→3",
                "xinxiang-kegong collective_discussions 2→3",
            ],
            frozen.LateCorrections.Select(late => $"{late.Unit[6..]} {late.Key} {late.FrozenValue}→{late.LiveValue}"));
    }

    [Fact]
    public async Task SubmitBulletin_AgainAfterAReturn_FreezesTheFiguresAnew()
    {
        await using var county = await County.StartAsync();
        var draft = await county.GivenDraftAsync();
        await county.Bulletins().SubmitBulletinAsync(new SubmitBulletinRequest { Name = draft.Name });
        await county.CountAsync(Counting.Of(Sample.Held("xinxiang-kegong", "1", "2023-03-05")));
        await county.Bulletins("p-director").ReturnBulletinAsync(new ReturnBulletinRequest { Name = draft.Name, Reason = "更新" });
        await county.Bulletins().SubmitBulletinAsync(new SubmitBulletinRequest { Name = draft.Name });

        var annex = await AnnexAsync(county, draft.Name);

        Assert.Equal(1, Sessions(annex));
        Assert.Empty(annex.LateCorrections);
    }

    [Fact]
    public async Task PrefillBulletin_OfADraft_WritesTheOverviewFromTheFigures()
    {
        await using var county = await County.StartAsync();
        await county.CountAsync(
            Counting.Of(Sample.Held("xinxiang-kegong", "1", "2023-03-05")),
            Counting.Of(Sample.Attendance("xinxiang-kegong", "1", "2023-03-05", 12, 9)));
        var draft = await county.GivenDraftAsync();

        var filled = await county.Bulletins().PrefillBulletinAsync(new PrefillBulletinRequest { Name = draft.Name });

        Assert.StartsWith("2023年上半年，全县4个党委（党组）理论学习中心组共开展集中学习1次、集体学习研讨1次，", filled.Overview);
        Assert.Contains("应到12人次，实到9人次，参学率75%；", filled.Overview);
    }

    private static async Task<BulletinAnnex> AnnexAsync(County county, string bulletin) =>
        await county.Bulletins().GetBulletinAnnexAsync(new GetBulletinAnnexRequest { Name = $"{bulletin}/annex" });

    private static int Sessions(BulletinAnnex annex) =>
        annex.Table.Totals[annex.Table.Columns.Select(column => column.Key).ToList().IndexOf("collective_sessions")];
}
