using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Notifications.V1;
using StudySuite.Supervision.V1;

namespace StudySuite.Demo.Flows;

/// <summary>Ten units are sat in on in one campaign; three of them get a rectification notice that runs late, is put right and passes the look-back.</summary>
internal sealed class SupervisionFlow(Cast cast, Year year)
{
    private const int UnitsWithProblems = 3;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var observed = Units.Below.Take(year["units_observed"]).ToList();
        var campaign = new CampaignSteps(cast, observed);
        await campaign.StartAsync();
        await Parallel.ForEachAsync(
            observed, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (unit, _) => await new ObservationSteps(cast, unit, HasProblem(unit)).PlayAsync(cancellationToken));
        await campaign.CloseAsync();

        var notices = observed.Where(HasProblem).Select(unit => new RectificationSteps(cast, unit)).ToList();
        foreach (var notice in notices)
        {
            await notice.IssueAsync();
        }

        // The office is told of what is overdue before the units get round to it: that is what it is for.
        foreach (var notice in notices)
        {
            await AwaitAlertAsync(notice, cancellationToken);
            await notice.PlayAsync();
        }
    }

    private static bool HasProblem(DemoUnit unit) => Units.Below.Take(UnitsWithProblems).Contains(unit);

    private async Task AwaitAlertAsync(RectificationSteps notice, CancellationToken cancellationToken)
    {
        if (await notice.IsReportedAsync())
        {
            return;
        }

        var inbox = new InboxService.InboxServiceClient(cast["supervision"].Calls);
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(90))
        {
            var items = await inbox.ListInboxItemsAsync(new ListInboxItemsRequest { Parent = "people/me", PageSize = 200 });
            if (items.InboxItems.Any(item => item.Subject == notice.Name && item.Level is (AlertLevel.Overdue or AlertLevel.Escalated)))
            {
                return;
            }

            await Task.Delay(200, cancellationToken);
        }

        throw new TimeoutException($"No overdue alert for {notice.Name} in the supervision office's inbox.");
    }
}
