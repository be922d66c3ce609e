using StudySuite.Bulletin.V1;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;

namespace StudySuite.Demo.Flows;

/// <summary>
/// The units' word on their half-year: most confirm the figures, one objects and confirms after the
/// answer, the last two do not report.
/// </summary>
internal sealed class SelfReportFlow(Cast cast)
{
    public Task RunAsync(int half) => Task.WhenAll(Units.Below.SkipLast(2).Select(unit => ReportAsync(unit, half)));

    private async Task ReportAsync(DemoUnit unit, int half)
    {
        var name = $"{unit.ResourceName}/selfReports/2023-{half}";
        var secretary = new SelfReportService.SelfReportServiceClient(cast[unit.Secretary].Calls);
        var objects = unit == Units.Below[2] && half == 1;
        while (true)
        {
            var report = await secretary.GetSelfReportAsync(new GetSelfReportRequest { Name = name });
            switch (report.State)
            {
                case SelfReportState.Confirmed:
                    return;
                case SelfReportState.NotReported when objects:
                    await secretary.ObjectToSelfReportAsync(new ObjectToSelfReportRequest
                    {
                        Name = name, Reason = "有一次学习当时未录入，已补录，请核对。", Indicators = { "collective_sessions" },
                        RequestId = $"demo-object-{unit.Short}-{half}",
                    });
                    break;
                case SelfReportState.Objected:
                    await new SelfReportService.SelfReportServiceClient(cast["publicity"].Calls).AnswerSelfReportAsync(
                        new AnswerSelfReportRequest { Name = name, Answer = "已核对，数据以补录后的记录为准。" });
                    break;
                default:
                    await secretary.ConfirmSelfReportAsync(
                        new ConfirmSelfReportRequest { Name = name, RequestId = $"demo-confirm-{unit.Short}-{half}" });
                    break;
            }
        }
    }
}
