using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Inbox;

namespace StudySuite.Notifications.Live;

/// <summary>What changed in an inbox: items that came, items that were read, and how many are unread now.</summary>
internal sealed record InboxChange(IReadOnlyList<InboxRow> Rows, int Unread);

/// <summary>An inbox as it changes, for the stream of gRPC and the one of server-sent events.</summary>
internal sealed class InboxWatch(
    IServiceScopeFactory scopes, InboxSignal signal, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    /// <summary>Without a signal: for an appointment that makes older alerts the person's.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(30);

    /// <summary>More unread items than this are not news.</summary>
    private const int Window = 200;

    /// <summary>
    /// Yields a first change at once, with what came after <paramref name="lastSeen"/>, then one whenever something
    /// changes. Ends without an error after <paramref name="longest"/> or when the host stops.
    /// </summary>
    /// <param name="lastSeen">Id of the last item that the client has; null for nothing but news.</param>
    public async IAsyncEnumerable<InboxChange> ChangesAsync(
        string person, string? lastSeen, TimeSpan longest, [EnumeratorCancellation] CancellationToken cancelled)
    {
        // A stream must not outlive the right to open it.
        using var expiry = new CancellationTokenSource(longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancelled, lifetime.ApplicationStopping, expiry.Token);
        var known = new Known([], []);
        var first = await LookAsync(person, known, end.Token);
        yield return first with { Rows = await MissedAsync(person, first.Rows, lastSeen, end.Token) };

        while (!end.IsCancellationRequested)
        {
            var next = signal.Next;
            var change = await LookAsync(person, known, end.Token);
            if (change.Rows.Count > 0)
            {
                yield return change;
            }

            await Waker.WaitAsync(next, LookAnyway, clock, end.Token);
        }
    }

    private async Task<InboxChange> LookAsync(
        string person, Known known, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new InboxChange([], 0);
        }

        // A context of its own each time: a stream may last for minutes and must hold no connection.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var alerts = (await db.AlertsForAsync(person, clock.Today(), CancellationToken.None)).Listed();
        var unread = await alerts.UnreadBy(db, person).NewestFirst().Take(Window).AsSeenBy(db, person)
            .ToListAsync(CancellationToken.None);
        unread.Reverse();
        var came = unread.Where(row => known.Sent.Add(row.Alert.Id)).ToList();
        known.Unread.UnionWith(came.Select(row => row.Alert.Id));

        var gone = known.Unread.Except(unread.Select(row => row.Alert.Id)).ToList();
        var read = gone.Count == 0 ? [] : await alerts.Where(alert => EF.Parameter(gone).Contains(alert.Id))
            .Where(alert => db.ReadMarks.Any(mark => mark.Person == person && mark.Alert == alert.Id))
            .AsSeenBy(db, person).ToListAsync(CancellationToken.None);
        known.Unread.ExceptWith(read.Select(row => row.Alert.Id));

        return new InboxChange([.. came, .. read], unread.Count);
    }

    private async Task<IReadOnlyList<InboxRow>> MissedAsync(
        string person, IReadOnlyList<InboxRow> unread, string? lastSeen, CancellationToken cancellationToken)
    {
        if (lastSeen is null)
        {
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var alerts = await db.AlertsForAsync(person, clock.Today(), cancellationToken);
        var since = await alerts.Where(alert => alert.Id == lastSeen).Select(alert => (DateTimeOffset?)alert.CreatedAt)
            .SingleOrDefaultAsync(cancellationToken);
        return since is null ? unread : [.. unread.Where(row => row.Alert.CreatedAt >= since && row.Alert.Id != lastSeen)];
    }

    /// <param name="Sent">Ids of all items that the client has or need not have.</param>
    /// <param name="Unread">Those of them that were unread at the last look.</param>
    private sealed record Known(HashSet<string> Sent, HashSet<string> Unread);
}
