using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Inbox;

internal sealed partial class InboxService
{
    private const int MaxMarks = 200;

    public override async Task<MarkReadResponse> MarkRead(MarkReadRequest request, ServerCallContext context)
    {
        var person = InboxName.Owner(request.Parent, context);
        new Violations()
            .AddIf(request.Names.Count is 0 or > MaxMarks, "names", "NAMES_COUNT",
                ("max", MaxMarks.ToString(CultureInfo.InvariantCulture)))
            .ThrowIfAny();
        var items = request.Names
            .Select((name, i) => InboxName.Item(name, context, string.Create(CultureInfo.InvariantCulture, $"names[{i}]")))
            .Distinct().ToList();

        var alerts = await db.AlertsForAsync(person, clock.Today(), context.CancellationToken);
        var visible = await alerts.Where(alert => EF.Parameter(items).Contains(alert.Id)).Select(alert => alert.Id)
            .ToListAsync(context.CancellationToken);
        if (items.Except(visible).FirstOrDefault() is { } missing)
        {
            throw InboxErrors.ItemNotFound(InboxName.Of(person, missing));
        }

        await MarkAsync(person, visible, context.CancellationToken);

        return new MarkReadResponse { UnreadCount = await CountUnreadAsync(person, context.CancellationToken) };
    }

    // Two clients of a person may mark the same items at once: the key decides, and neither hears an error.
    private async Task MarkAsync(string person, List<string> items, CancellationToken cancellationToken)
    {
        var readAt = db.Database.IsSqlite() ? (object)clock.GetUtcNow().UtcTicks : clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var item in items.Order(StringComparer.Ordinal))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into read_mark (person, alert, read_at) values ({person}, {item}, {readAt})
                on conflict (person, alert) do nothing
                """,
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
