using Microsoft.Playwright;
using StudySuite.Demo.Access;
using StudySuite.Supervision.V1;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>Who may do what, and the right to object.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class RightsTests(DemoWeb web)
{
    [Fact]
    public async Task Grant_GivenByTheSecurityAdministrator_IsTakenBack()
    {
        var security = await web.AsAsync("security-admin", at: "/grants");
        await security.GetByLabel("人员代码").FillAsync("hehe-secretary");
        await security.GetByRole(AriaRole.Combobox, new() { Name = "单位", Exact = true }).SelectOptionAsync("xinxiang-hehe");
        await security.GetByRole(AriaRole.Combobox, new() { Name = "角色", Exact = true }).SelectOptionAsync("Observer");
        await security.PressAsync("授予角色");
        var row = security.GetByRole(AriaRole.Row).Filter(new() { HasText = "hehe-secretary" }).Filter(new() { HasText = "旁听员" });
        await Expect(row).ToContainTextAsync("xinxiang-hehe");
        await security.TakeAsync("grants");
        await row.GetByRole(AriaRole.Button, new() { Name = "收回" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SystemClient_MadeByOneAdministrator_GetsItsRolesFromTheOther()
    {
        var admin = await web.AsAsync("admin", at: "/systemClients");
        await admin.GetByLabel("系统代码").FillAsync("browser-documents");
        await admin.GetByLabel("名称").FillAsync("浏览器里的公文系统");
        await admin.PressAsync("建立");
        await Expect(admin.GetByText("密钥只显示这一次")).ToBeVisibleAsync();

        var security = await web.AsAsync("security-admin", at: "/systemClients");
        var card = security.GetByRole(AriaRole.Region, new() { Name = "浏览器里的公文系统" });
        await card.GetByLabel("角色").SelectOptionAsync("Publicity");
        await card.GetByLabel("单位").SelectOptionAsync("xinxiang");
        await card.GetByRole(AriaRole.Button, new() { Name = "授予角色" }).ClickAsync();
        await Expect(card.GetByRole(AriaRole.Button, new() { Name = "收回" })).ToBeVisibleAsync();
        await security.TakeAsync("system-clients");
        await card.GetByRole(AriaRole.Button, new() { Name = "永久停用" }).ClickAsync();
        await Expect(card.GetByText("已停用")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Assessment_AppealedAgainst_IsDecided()
    {
        var page = $"/{await ShownAssessmentAsync()}";
        var secretary = await web.AsAsync("guguzhai-secretary", Screen.Phone, at: page);
        await secretary.ClickAsync("summary:has-text('申诉')");
        await secretary.GetByLabel("申诉的理由").FillAsync("材料已补交");
        await secretary.PressAsync("提出申诉");
        await Expect(secretary.GetByText("材料已补交").First).ToBeVisibleAsync();

        var office = await web.AsAsync("publicity", at: page);
        await office.GetByLabel("改计分值").FillAsync("4.5");
        await office.GetByLabel("意见").FillAsync("材料属实，改计");
        await office.PressAsync("采纳申诉");
        await Expect(office.GetByText("材料属实，改计").First).ToBeVisibleAsync();
        await Expect(office.GetByRole(AriaRole.Region, new() { Name = "档案" })).ToContainTextAsync("4.5 / 5");
        await office.TakeAsync("appeal");
        await office.PressAsync("确定结果");
        await Expect(office.GetByRole(AriaRole.Button, new() { Name = "确定结果" })).ToHaveCountAsync(0);
    }

    /// <summary>Of one line that is scored by hand, and shown to its unit.</summary>
    private async Task<string> ShownAssessmentAsync()
    {
        using var cast = new Cast(web.Demo);
        var calls = cast["publicity"].Calls;
        var schemes = new ScoreSchemeService.ScoreSchemeServiceClient(calls);
        var scheme = await schemes.CreateScoreSchemeAsync(new CreateScoreSchemeRequest
        {
            Parent = "units/xinxiang",
            ScoreScheme = new ScoreScheme
            {
                Title = "一条的办法", Year = 2023,
                Items =
                {
                    new ScoreItem
                    {
                        Key = "archive", Title = "档案", MaxPoints = "5",
                        Lines = { new ScoreLine { Key = "complete", Title = "档案齐全", Method = ScoreMethod.Manual, Points = "5" } },
                    },
                },
            },
        });
        await schemes.PublishScoreSchemeAsync(new PublishScoreSchemeRequest { Name = scheme.Name });
        var assessments = new AssessmentService.AssessmentServiceClient(calls);
        var made = await assessments.CreateAssessmentAsync(new CreateAssessmentRequest
        {
            Parent = "units/xinxiang-guguzhai", Assessment = new Assessment { Scheme = scheme.Name, From = "2023-01-01", To = "2023-12-31" },
        });
        await assessments.EvaluateAssessmentAsync(new EvaluateAssessmentRequest { Name = made.Name });
        await assessments.ScoreLineByHandAsync(
            new ScoreLineByHandRequest { Name = made.Name, Line = "complete", Count = 1, Points = "3", Note = "缺两次记录", Evidence = { "现场查看档案" } });
        await assessments.ShowAssessmentAsync(new ShowAssessmentRequest { Name = made.Name });
        return made.Name;
    }
}
