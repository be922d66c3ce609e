using Google.Protobuf.WellKnownTypes;
using StudySuite.Directory.V1;
using StudySuite.Events;

namespace StudySuite.Directory.Tests.Regulations;

public class RegulationServiceTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    [Fact]
    public async Task Register_SupersededRegulation_NamesWhatTookItsPlace()
    {
        var regulations = new RegulationService.RegulationServiceClient(directory.Publicity);
        await regulations.CreateRegulationAsync(Asked("study-rule-2017", "2017-01-30"));
        await Refusal.AssertAsync("REGULATION_EXISTS", regulations.CreateRegulationAsync(Asked("study-rule-2017", "2017-01-30")));
        await regulations.CreateRegulationAsync(Asked("study-rule-2024", "2024-05-01"));

        var update = new UpdateRegulationRequest
        {
            Regulation = new Regulation { Name = "regulations/study-rule-2017", Status = RegulationStatus.Superseded },
            UpdateMask = new FieldMask { Paths = { "status", "superseded_by" } },
        };
        await Refusal.AssertAsync("SUPERSEDED_BY_WHAT", regulations.UpdateRegulationAsync(update));
        update.Regulation.SupersededBy = "regulations/none-such";
        await Refusal.AssertAsync("REGULATION_NOT_FOUND", regulations.UpdateRegulationAsync(update));
        update.Regulation.SupersededBy = "regulations/study-rule-2024";
        await regulations.UpdateRegulationAsync(update);

        var reader = new RegulationService.RegulationServiceClient(directory.As("p-m", "Member:/xinxiang/"));
        var old = await reader.GetRegulationAsync(new GetRegulationRequest { Name = "regulations/study-rule-2017" });
        Assert.Equal(("中共中央办公厅", "regulations/study-rule-2024"), (old.Issuer, old.SupersededBy));
        Assert.Equal(["regulations/study-rule-2024", "regulations/study-rule-2017"],
            (await reader.ListRegulationsAsync(new ListRegulationsRequest())).Regulations.Select(regulation => regulation.Name));
        var part = new RegulationService.RegulationServiceClient(directory.As("p-x", "Publicity:/xinxiang/xinxiang-kegong/*"));
        await Refusal.AssertAsync("ROLE_MISSING", part.CreateRegulationAsync(Asked("elsewhere", "2024-01-01")));
    }

    [Fact]
    public async Task ImportWorkCalendar_LaterYear_IsKeptAnnouncedAndCorrected()
    {
        var calendars = new WorkCalendarService.WorkCalendarServiceClient(directory.SystemAdmin);
        var asked = new WorkCalendar
        {
            Name = "workCalendars/2031", Source = "国务院办公厅关于2031年部分节假日安排的通知",
            Holidays = { "2031-01-01", "2031-10-01" }, Workdays = { "2031-01-04" },
        };
        Assert.Equal(asked, await calendars.ImportWorkCalendarAsync(new ImportWorkCalendarRequest { WorkCalendar = asked }));
        await calendars.ImportWorkCalendarAsync(new ImportWorkCalendarRequest { WorkCalendar = asked });
        asked.Holidays.Add("2031-10-02");
        await calendars.ImportWorkCalendarAsync(new ImportWorkCalendarRequest { WorkCalendar = asked });

        var sent = (await directory.Service.SentAsync<WorkCalendarPublished>()).Where(evt => evt.Year == 2031).ToList();
        Assert.Equal([(2, 1L), (3, 2L)], sent.Select(evt => (evt.Holidays.Count, evt.Version)));
        var wrong = new WorkCalendar
        {
            Name = "workCalendars/2032", Source = "通知", Holidays = { "2031-01-01", "2032-05-01", "2032-05-01" }, Workdays = { "2032-05-03" },
        };
        var reasons = await Refusal.OfAsync(calendars.ImportWorkCalendarAsync(new ImportWorkCalendarRequest { WorkCalendar = wrong }));
        Assert.Equal(["INVALID_REQUEST", "DATE_NOT_OF_YEAR", "DAY_TWICE", "WORKDAY_NOT_ON_WEEKEND"], reasons);
        var shipped = await calendars.GetWorkCalendarAsync(new GetWorkCalendarRequest { Name = "workCalendars/2024" });
        Assert.Contains("2024", shipped.Source, StringComparison.Ordinal);
    }

    private static CreateRegulationRequest Asked(string id, string issuedOn) => new()
    {
        RegulationId = id,
        Regulation = new Regulation
        {
            Title = "中国共产党党委（党组）理论学习中心组学习规则", Issuer = "中共中央办公厅", IssuedOn = issuedOn,
            Level = RegulationLevel.Central, Status = RegulationStatus.InForce,
        },
    };
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class RegulationOnServersTests(DirectoryOnServers servers) : RegulationServiceTests(servers.Directory), IClassFixture<DirectoryOnServers>;
