using StudySuite.Supervision.Tests.Observations;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.CountedEvents;

public class CountedEventTests
{
    private static readonly string[][] Streams =
    [
        ["supervision.observation-feedback-issued.v1"],
        ["supervision.problem-found.v1"],
        ["supervision.rectification-accepted.v1", "supervision.look-back-failed.v1"],
        ["supervision.look-back-passed.v1"],
    ];

    private protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task ListCountedEvents_SitInsProblemsAndLookBacks_AreAsAnnounced()
    {
        await using var county = await County.OpenAsync(Backing);
        var observation = await county.GivenApprovedAsync();
        await county.Publicity.Observations.IssueFeedbackAsync(new() { Name = observation.Name, IssuedOn = "2023-09-16" });
        await county.GivenIssuedNoticeAsync();
        var notice = await county.GivenReportedNoticeAsync();
        await county.Supervision.Notices.AcceptRectificationReportAsync(new() { Name = notice.Name, AcceptedOn = "2023-10-12" });
        await AssertAsync(county);

        await county.Supervision.Notices.RecordLookBackAsync(
            County.LookBack(notice, "2023-11-20", LookBackFinding.Rectified, LookBackFinding.Relapsed));
        await AssertAsync(county);

        await county.ReportAsync(notice, "2023-12-01");
        await county.Supervision.Notices.AcceptRectificationReportAsync(new() { Name = notice.Name, AcceptedOn = "2023-12-05" });
        await county.Supervision.Notices.RecordLookBackAsync(
            County.LookBack(notice, "2023-12-19", LookBackFinding.Rectified, LookBackFinding.Rectified));
        await AssertAsync(county);
    }

    private static Task AssertAsync(County county) => Testing.CountedEvents.AssertAsAnnouncedAsync(
        county.Host,
        (calls, request) => new CountedEventService.CountedEventServiceClient(calls).ListCountedEvents(request),
        Streams);
}

[Trait("Needs", "Servers")]
public sealed class CountedEventOnServersTests : CountedEventTests
{
    private protected override Backing Backing => Backing.Servers;
}
