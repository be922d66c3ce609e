using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Sessions.V1;

namespace StudySuite.Demo.Flows;

/// <summary>Every session of the year from the plan item to the archive, whatever an earlier run has done already.</summary>
internal sealed class SessionFlow(Cast cast, Year year)
{
    public async Task RunAsync()
    {
        var scripts = SessionScript.OfTheYear(year);
        await EachAsync(scripts.Where(script => script.ReadingClass.Length == 0));
        await EachAsync(scripts.Where(script => script.ReadingClass.Length > 0));

        Task EachAsync(IEnumerable<SessionScript> some) => Parallel.ForEachAsync(
            some, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (script, _) => await PlayAsync(script));
    }

    private async Task PlayAsync(SessionScript script)
    {
        var steps = new SessionSteps(cast, script);
        var sessions = new SessionService.SessionServiceClient(cast[script.Unit.Secretary].Calls);
        await steps.CreateAsync();
        while (true)
        {
            var session = await sessions.GetSessionAsync(new GetSessionRequest { Name = script.ResourceName });
            switch (session.State)
            {
                case SessionState.Planned:
                    await steps.SubmitSchemeAsync();
                    break;
                case SessionState.SchemeSubmitted:
                    await steps.ApproveSchemeAsync();
                    break;
                case SessionState.SchemeApproved:
                    await steps.IssueNoticeAsync();
                    break;
                case SessionState.Notified:
                    await steps.PrepareAsync();
                    await steps.HoldAsync();
                    break;
                case SessionState.Held:
                    await steps.RecordAsync();
                    break;
                case SessionState.Recorded:
                    await steps.CompleteAsync();
                    break;
                case SessionState.Complete:
                    await steps.ArchiveAsync();
                    break;
                default:
                    return;
            }
        }
    }
}
