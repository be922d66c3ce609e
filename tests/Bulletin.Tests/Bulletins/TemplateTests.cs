using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.V1;
using StudySuite.Events;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.Bulletins;

public sealed class TemplateTests
{
    private const string Template = "units/xinxiang/bulletinTemplate";

    [Fact]
    public Task PrefillBulletin_FromATemplate_FillsItsPlaces_Sqlite() => PrefillAsync(Backing.Sqlite);

    [Fact]
    [Trait("Needs", "Servers")]
    public Task PrefillBulletin_FromATemplate_FillsItsPlaces_Servers() => PrefillAsync(Backing.Servers);

    private static async Task PrefillAsync(Backing backing)
    {
        await using var county = await County.StartAsync(backing);
        await county.CountAsync(
            Counting.Of(Sample.Held("xinxiang-kegong", "0", "2022-10-05")),
            Counting.Of(Sample.Held("xinxiang-kegong", "1", "2023-03-05")),
            Counting.Of(Sample.Held("xinxiang-kegong", "2", "2023-04-05")),
            Counting.Of(Problem("xinxiang-kegong", "1", "研讨不深入", "发言念稿")),
            Counting.Of(Problem("xinxiang-weijian", "1", "研讨不深入", "一人发言。")),
            Counting.Of(Problem("xinxiang-weijian", "2", "归档不及时", "")));
        var client = county.Bulletins();
        var saved = await client.UpdateBulletinTemplateAsync(new UpdateBulletinTemplateRequest
        {
            BulletinTemplate = new BulletinTemplate
            {
                Name = Template, IssuerMark = "中共新乡县委宣传部文件", Addressee = "各乡镇党委", SignOffSteps = { "科长", "部长" },
                Overview = "{期间}{范围}集中学习{集中学习次数}次，上期{上期:collective_sessions}次，{增减:集中学习次数}。{未报送单位}未报送。",
                Requirements = "学习{单位:xinxiang-kegong}做法。",
            },
        });
        var draft = await county.GivenDraftAsync();
        Assert.Equal(["科长", "部长"], draft.SignOffSteps);
        Assert.Equal("各乡镇党委", draft.Addressee);

        var prefill = new PrefillBulletinRequest { Name = draft.Name, Sections = { "overview", "problems", "requirements" } };
        var unnamed = await client.PrefillBulletinAsync(prefill);
        Assert.Equal("2023年上半年全县集中学习2次，上期1次，增加1。3个单位未报送。", unnamed.Overview);
        Assert.Equal(
            "1．研讨不深入。发现问题2个，涉及2个单位。如，有的单位发言念稿；有的单位一人发言。\n2．归档不及时。发现问题1个，涉及1个单位。",
            unnamed.Problems);
        Assert.Equal(("学习县科工局做法。", "好的做法"), (unnamed.Requirements, unnamed.Practices));

        await client.UpdateBulletinAsync(new UpdateBulletinRequest
        {
            Bulletin = new V1.Bulletin { Name = draft.Name, Naming = NamingLevel.Named },
            UpdateMask = new Google.Protobuf.WellKnownTypes.FieldMask { Paths = { "naming" } },
        });
        var named = await client.PrefillBulletinAsync(prefill);
        Assert.Contains("县科工局发言念稿；县卫健委一人发言。", named.Problems);
        Assert.Contains("县卫健委、县科工局、古固寨镇未报送。", named.Overview);

        var groups = await client.ListCommonProblemsAsync(new ListCommonProblemsRequest { Parent = draft.Name });
        Assert.Equal(["研讨不深入 2 2", "归档不及时 1 1"],
            groups.CommonProblems.Select(group => $"{group.Category} {group.Count} {group.UnitCount}"));
        Assert.Equal(["bulletin_template.problems PLACEHOLDER_UNKNOWN"], await Refusal.ViolationsAsync(
            client.UpdateBulletinTemplateAsync(new UpdateBulletinTemplateRequest
            {
                BulletinTemplate = new BulletinTemplate { Name = Template, Problems = "{积分}" },
            })));
        Assert.Equal("ETAG_STALE", await Refusal.ReasonAsync(client.UpdateBulletinTemplateAsync(
            new UpdateBulletinTemplateRequest { BulletinTemplate = new BulletinTemplate { Name = Template, Etag = "77" } })));
        Assert.NotEqual("", saved.Etag);
    }

    [Fact]
    public async Task RemindRecipients_OncePerDay_NamesWhoHasNoReceipt()
    {
        await using var county = await County.StartAsync();
        var signed = await county.GivenSignedAsync();
        var remind = new RemindRecipientsRequest { Name = signed.Name };
        Assert.Equal("BULLETIN_NOT_ISSUED", await Refusal.ReasonAsync(county.Bulletins().RemindRecipientsAsync(remind)));
        await county.Bulletins().IssueBulletinAsync(new IssueBulletinRequest { Name = signed.Name, IssuedOn = "2023-07-12" });
        var received = county.Received("StudySecretary:/xinxiang/xinxiang-weijian/");
        var own = await received.ListReceivedBulletinsAsync(
            new ListReceivedBulletinsRequest { Parent = "units/xinxiang-weijian" });
        await received.AcknowledgeBulletinAsync(new AcknowledgeBulletinRequest { Name = own.ReceivedBulletins[0].Name });

        var reminded = await county.Bulletins().RemindRecipientsAsync(remind);

        Assert.Equal("2023-12-20", reminded.RemindedOn);
        var announced = Assert.Single(await county.Host.SentAsync<BulletinReminded>());
        Assert.Equal(["xinxiang-kegong", "xinxiang-guguzhai"], announced.Recipients);
        Assert.Equal("REMINDED_TODAY", await Refusal.ReasonAsync(county.Bulletins().RemindRecipientsAsync(remind)));
    }

    private static ProblemFound Problem(string unit, string id, string category, string text) => new(
        $"units/{unit}/problems/{id}", unit, "xinxiang", category, "OBSERVATION", Sample.Day("2023-05-0" + (9 - int.Parse(id,
            System.Globalization.CultureInfo.InvariantCulture))), 1, text);
}
