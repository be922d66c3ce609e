using StudySuite.Messaging;

namespace StudySuite.Platform.Tests.Messaging;

public sealed class OutboxBundlesTests
{
    [Fact]
    public void Rounds_OneType_TravelInOneMessage()
    {
        var rows = Rows("a:held", "b:held", "a:held", "c:held");

        var message = Assert.Single(Assert.Single(Assert.Single(OutboxBundles.RoundsOf(rows))));

        Assert.Equal([1, 2, 3, 4], message.Select(row => row.Sequence));
    }

    /// <summary>What a subject announces later is in a later round, or further back in the same queue.</summary>
    [Fact]
    public void Rounds_TypesAlternate_KeepTheOrderOfEachSubject()
    {
        var rows = Rows("a:held", "a:held", "b:archived", "a:archived", "b:held", "a:held", "c:held");

        var rounds = OutboxBundles.RoundsOf(rows).ToList();

        Assert.Equal(
            ["1 2 7 | 3", "4 | 5", "6"],
            rounds.Select(round => string.Join(" | ", round.Select(queue =>
                string.Join(" ", queue.SelectMany(message => message).Select(row => row.Sequence))))));
    }

    [Fact]
    public void Rounds_ManyOrLarge_ArePartedAndFollowEachOther()
    {
        var rows = Rows([.. Enumerable.Range(0, 250).Select(n => $"s{n % 3}:held")]);
        var large = new OutboxMessage[] { Row(1, "a", "held", 150_000), Row(2, "a", "held", 150_000), Row(3, "a", "held", 2_000_000) };

        Assert.Equal([100, 100, 50], Assert.Single(Assert.Single(OutboxBundles.RoundsOf(rows))).Select(message => message.Length));
        Assert.Equal([1, 1, 1], Assert.Single(Assert.Single(OutboxBundles.RoundsOf(large))).Select(message => message.Length));
    }

    /// <param name="rows"><c>subject:type</c> each.</param>
    private static List<OutboxMessage> Rows(params string[] rows) =>
        [.. rows.Select((row, i) => Row(i + 1, row.Split(':')[0], row.Split(':')[1], 10))];

    private static OutboxMessage Row(long sequence, string subject, string type, int characters) => new()
    {
        Sequence = sequence, MessageId = Guid.CreateVersion7(), PartitionKey = subject, Type = type,
        Body = new string('x', characters), CreatedAt = default, DueAt = default,
    };
}
