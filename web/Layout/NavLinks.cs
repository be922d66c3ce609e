using MudBlazor;
using StudySuite.Defaults.Access;
using StudySuite.Web.Access;
using static StudySuite.Defaults.Access.Role;

namespace StudySuite.Web.Layout;

internal sealed record NavItem(string Title, string Href, string Icon);

/// <summary>What stands in the navigation for whom; the services decide anyway who may do what.</summary>
internal static class NavLinks
{
    public static readonly Role[] Group = [StudySecretary, GroupLeader, Member];

    private static readonly Role[] Readers =
        [StudySecretary, GroupLeader, Member, Publicity, SupervisionOffice, CountyOffice];

    private static readonly (NavItem Item, Role[] Roles)[] Areas =
    [
        (new NavItem("我的年度", "/my", Icons.Material.Outlined.Person), [Member]),
        (new NavItem("全县概览", "/overview", Icons.Material.Outlined.Map), [Publicity]),
        (new NavItem("议题征集", "/topics", Icons.Material.Outlined.Forum), [Publicity]),
        (new NavItem("学习安排意见", "/arrangements", Icons.Material.Outlined.Assignment), [Publicity]),
        (new NavItem("计划报备", "/filings", Icons.Material.Outlined.EventAvailable), [Publicity]),
        (new NavItem("巡听旁听", "/observations", Icons.Material.Outlined.Hearing),
            [StudySecretary, GroupLeader, Publicity, Observer, SupervisionOffice]),
        (new NavItem("提醒板", "/alerts", Icons.Material.Outlined.NotificationImportant), [SupervisionOffice, Publicity]),
        (new NavItem("整改", "/rectifications", Icons.Material.Outlined.Build),
            [StudySecretary, GroupLeader, Publicity, SupervisionOffice]),
        (new NavItem("督导检查", "/checks", Icons.Material.Outlined.ContentPasteSearch),
            [StudySecretary, GroupLeader, Publicity, SupervisionOffice]),
        (new NavItem("考核", "/assessments", Icons.Material.Outlined.Grading),
            [StudySecretary, GroupLeader, Publicity, SupervisionOffice]),
        (new NavItem("通报", "/bulletins", Icons.Material.Outlined.Article), [Publicity, GroupLeader]),
        (new NavItem("半年自查报告", "/selfReports", Icons.Material.Outlined.AssignmentTurnedIn), [Publicity]),
        (new NavItem("全县学习活动", "/units/-/activities", Icons.Material.Outlined.LocalActivity), [Publicity]),
        (new NavItem("全县调研课题", "/units/-/researchProjects", Icons.Material.Outlined.Science), [Publicity]),
        (new NavItem("台账", "/ledgers", Icons.Material.Outlined.TableChart), [.. Group, Publicity, Observer]),
        (new NavItem("统计", "/statistics", Icons.Material.Outlined.BarChart), Readers),
        (new NavItem("检索", "/search", Icons.Material.Outlined.Search), [.. Readers, Observer]),
        (new NavItem("单位", "/units", Icons.Material.Outlined.AccountTree), [SystemAdmin]),
        (new NavItem("人员与账号", "/people", Icons.Material.Outlined.People), [SystemAdmin, SecurityAdmin]),
        (new NavItem("角色", "/grants", Icons.Material.Outlined.Key), [SecurityAdmin, AuditAdmin]),
        (new NavItem("接入系统", "/systemClients", Icons.Material.Outlined.Hub), [SystemAdmin, SecurityAdmin]),
        (new NavItem("通知渠道", "/channels", Icons.Material.Outlined.Campaign), [SystemAdmin]),
        (new NavItem("学习内容类别", "/categories", Icons.Material.Outlined.Category), [Publicity]),
        (new NavItem("制度依据", "/regulations", Icons.Material.Outlined.Gavel), Readers),
        (new NavItem("规则手册", "/rules", Icons.Material.Outlined.Tune), [SystemAdmin, SecurityAdmin, Publicity]),
        (new NavItem("工作日历", "/workCalendars", Icons.Material.Outlined.CalendarMonth), [SystemAdmin, Publicity]),
        (new NavItem("审计", "/audit", Icons.Material.Outlined.FactCheck), [AuditAdmin]),
        (new NavItem("意见建议", "/suggestions", Icons.Material.Outlined.RateReview), Enum.GetValues<Role>()),
    ];

    public static IEnumerable<NavItem> Of(Me me)
    {
        yield return new NavItem("待办", "/", Icons.Material.Outlined.Checklist);
        yield return new NavItem("消息", "/inbox", Icons.Material.Outlined.Inbox);
        if (me.UnitsOf(Group).FirstOrDefault() is { } unit)
        {
            yield return new NavItem("学习安排意见", $"/units/{unit}/receivedArrangements", Icons.Material.Outlined.Assignment);
            yield return new NavItem("年度计划", $"/units/{unit}/plans", Icons.Material.Outlined.EventNote);
            yield return new NavItem("学习", $"/units/{unit}/sessions", Icons.Material.Outlined.MenuBook);
            yield return new NavItem("第一议题", $"/units/{unit}/firstTopics", Icons.Material.Outlined.Flag);
            yield return new NavItem("收到的通报", $"/units/{unit}/receivedBulletins", Icons.Material.Outlined.Drafts);
            yield return new NavItem("补学", $"/units/{unit}/makeUps", Icons.Material.Outlined.Replay);
            yield return new NavItem("学习活动", $"/units/{unit}/activities", Icons.Material.Outlined.LocalActivity);
            yield return new NavItem("个人自学计划", $"/units/{unit}/selfStudyPlans", Icons.Material.Outlined.AutoStories);
            yield return new NavItem("调研选题", $"/units/{unit}/researchTopics", Icons.Material.Outlined.TravelExplore);
            yield return new NavItem("调研课题", $"/units/{unit}/researchProjects", Icons.Material.Outlined.Science);
        }

        if (me.UnitsOf(StudySecretary, GroupLeader).FirstOrDefault() is { } proposing)
        {
            yield return new NavItem("议题建议", $"/units/{proposing}/topicProposals", Icons.Material.Outlined.Forum);
            yield return new NavItem("半年自查报告", $"/units/{proposing}/selfReports", Icons.Material.Outlined.AssignmentTurnedIn);
            yield return new NavItem("推荐做法", $"/units/{proposing}/practiceProposals", Icons.Material.Outlined.ThumbUp);
        }

        if (me.UnitsOf(StudySecretary, Publicity).FirstOrDefault() is { } filing)
        {
            yield return new NavItem("辅导报告备案", $"/units/{filing}/lectures", Icons.Material.Outlined.RecordVoiceOver);
        }

        if (me.UnitsOf(GroupLeader).FirstOrDefault() is { } led)
        {
            yield return new NavItem("代行职责", $"/units/{led}/delegations", Icons.Material.Outlined.SupervisorAccount);
        }

        foreach (var (item, roles) in Areas)
        {
            if (me.Is(roles))
            {
                yield return item;
            }
        }
    }
}
