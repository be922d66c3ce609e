using Google.Protobuf.WellKnownTypes;
using StudySuite.Demo.Access;
using StudySuite.Sessions.V1;
using StudySuite.Web.Tests.Browser;

namespace StudySuite.Web.Tests.Pages;

/// <summary>Sessions as far as a test needs them, by calls: how they get there is clicked through elsewhere.</summary>
internal static class GivenSessions
{
    /// <param name="unit">Short name of a unit of the demo, such as <c>kegong</c>.</param>
    /// <returns>Name of the session, which was held today.</returns>
    public static async Task<string> HeldAsync(SuiteWeb web, string unit, string topic)
    {
        using var cast = new Cast(web.Demo);
        var session = await NotifiedAsync(cast, unit, topic);
        await new SessionService.SessionServiceClient(cast[$"{unit}-secretary"].Calls).HoldSessionAsync(
            new HoldSessionRequest { Name = session, HeldOn = Day.Today });
        return session;
    }

    public static async Task<string> NotifiedAsync(SuiteWeb web, string unit, string topic)
    {
        using var cast = new Cast(web.Demo);
        return await NotifiedAsync(cast, unit, topic);
    }

    private static async Task<string> NotifiedAsync(Cast cast, string unit, string topic)
    {
        var (secretary, leader) = (cast[$"{unit}-secretary"].Calls, cast[$"{unit}-leader"].Calls);
        var session = await new SessionService.SessionServiceClient(secretary).CreateSessionAsync(new CreateSessionRequest
        {
            Parent = unit == "xx" ? "units/xinxiang" : $"units/xinxiang-{unit}",
            Session = new Session
            {
                Topic = topic, Forms = { SessionForm.Discussion }, UnplannedReason = "上级部署的临时任务", PlannedOn = Day.Today,
            },
        });
        var start = new DateTimeOffset(Day.Now.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));
        var scheme = new Scheme
        {
            Name = $"{session.Name}/scheme", StartTime = start.ToTimestamp(), EndTime = start.AddHours(2).ToTimestamp(),
            Place = "三楼会议室", Chair = "组长", Agenda = { new AgendaItem { Item = "领学原文" } },
            Materials = { new Material { Title = "学习资料汇编", Kind = MaterialKind.TitleOnly } },
        };
        var schemes = new SchemeService.SchemeServiceClient(secretary);
        await schemes.UpdateSchemeAsync(new UpdateSchemeRequest { Scheme = scheme });
        await schemes.SubmitSchemeAsync(new SubmitSchemeRequest { Name = scheme.Name });
        await new SchemeService.SchemeServiceClient(leader).ApproveSchemeAsync(new ApproveSchemeRequest { Name = scheme.Name });
        await new NoticeService.NoticeServiceClient(secretary).IssueNoticeAsync(new IssueNoticeRequest { Name = $"{session.Name}/notice" });
        return session.Name;
    }
}
