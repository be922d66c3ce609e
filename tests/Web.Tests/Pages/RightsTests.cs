using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>Who may do what.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class RightsTests(DemoWeb web)
{
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
}
