using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.V1;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.SelfReports;

public sealed class SelfReportTests
{
    private const string Secretary = "StudySecretary:/xinxiang/xinxiang-kegong/";
    private const string Name = "units/xinxiang-kegong/selfReports/2023-1";

    [Fact]
    public Task SelfReport_FromObjectionToConfirmation_Sqlite() => FlowAsync(Backing.Sqlite);

    [Fact]
    [Trait("Needs", "Servers")]
    public Task SelfReport_FromObjectionToConfirmation_Servers() => FlowAsync(Backing.Servers);

    private static async Task FlowAsync(Backing backing)
    {
        await using var county = await County.StartAsync(backing);
        await county.CountAsync(Counting.Of(Sample.Held("xinxiang-kegong", "1", "2023-03-05")));
        var (unit, publicity) = (Client(county, Secretary), Client(county, County.Publicity));

        var before = await unit.GetSelfReportAsync(new GetSelfReportRequest { Name = Name });
        Assert.Equal((SelfReportState.NotReported, "2023-07-10", true), (before.State, before.DueOn, before.IsOverdue));
        Assert.Equal(1, before.Figures.Single(figure => figure.Key == "collective_sessions").Value);
        Assert.Equal("HALF_NOT_OVER", await Refusal.ReasonAsync(unit.ConfirmSelfReportAsync(
            new ConfirmSelfReportRequest { Name = "units/xinxiang-kegong/selfReports/2023-2" })));

        var objected = await unit.ObjectToSelfReportAsync(new ObjectToSelfReportRequest
        {
            Name = Name, Reason = "四月的学习未计入", Indicators = { "collective_sessions" },
        });
        Assert.Equal(SelfReportState.Objected, objected.State);
        Assert.Equal(["indicators[0] INDICATOR_UNKNOWN", "reason FIELD_REQUIRED"], await Refusal.ViolationsAsync(
            unit.ObjectToSelfReportAsync(new ObjectToSelfReportRequest { Name = Name, Indicators = { "points" } })));

        await county.CountAsync(Counting.Of(Sample.Held("xinxiang-kegong", "2", "2023-04-05")));
        await publicity.AnswerSelfReportAsync(new AnswerSelfReportRequest { Name = Name, Answer = "已更正" });
        Assert.Equal("FIGURES_CHANGED", await Refusal.ReasonAsync(unit.ConfirmSelfReportAsync(
            new ConfirmSelfReportRequest { Name = Name, SeenValues = { before.Figures.Select(figure => figure.Value) } })));
        var confirmed = await unit.ConfirmSelfReportAsync(new ConfirmSelfReportRequest { Name = Name });
        await county.CountAsync(Counting.Of(Sample.Held("xinxiang-kegong", "3", "2023-05-05")));
        var after = await unit.GetSelfReportAsync(new GetSelfReportRequest { Name = Name });
        Assert.Equal((SelfReportState.Confirmed, confirmed.Figures), (after.State, after.Figures));
        Assert.Equal(2, after.Figures.Single(figure => figure.Key == "collective_sessions").Value);
        Assert.Equal("SELF_REPORT_CONFIRMED", await Refusal.ReasonAsync(
            unit.ConfirmSelfReportAsync(new ConfirmSelfReportRequest { Name = Name })));

        var list = await publicity.ListSelfReportsAsync(
            new ListSelfReportsRequest { Parent = "units/xinxiang", Period = "2023-1" });
        Assert.Equal(
            [SelfReportState.NotReported, SelfReportState.NotReported, SelfReportState.Confirmed, SelfReportState.NotReported],
            list.SelfReports.Select(report => report.State));
        Assert.Equal([false, true, false, true], await UnreportedAsync(county, "2023-01-01", "2023-06-30"));
        Assert.Equal([false, false, false, false], await UnreportedAsync(county, "2023-01-01", "2023-05-31"));
    }

    private static async Task<List<bool>> UnreportedAsync(County county, string from, string to) =>
        [.. (await county.Statistics().GetStatisticsAsync(new GetStatisticsRequest
        {
            Name = "units/xinxiang/statistics", Subtree = true, StartDate = from, EndDate = to,
        })).Rows.Select(row => row.IsUnreported)];

    private static SelfReportService.SelfReportServiceClient Client(County county, string grant) =>
        new(county.Host.Channel(grant));
}
