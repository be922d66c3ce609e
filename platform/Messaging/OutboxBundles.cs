namespace StudySuite.Messaging;

/// <summary>
/// Parts the rows of a batch into messages. Rows of one type travel together; what a partition announces stays in its
/// order, also where its types alternate.
/// </summary>
internal static class OutboxBundles
{
    private const int MostEvents = 100;
    // Far below what a broker refuses, so that only a row that is too large by itself can be refused.
    private const int MostCharacters = 200_000;

    /// <summary>
    /// Rounds, one after the other; each holds queues of messages that may be sent side by side, and the messages of a
    /// queue follow each other.
    /// </summary>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<OutboxMessage[]>>> RoundsOf(IReadOnlyList<OutboxMessage> rows)
    {
        // The n-th change of type within a partition belongs to round n.
        var reached = new Dictionary<string, (int Round, string Type)>();
        return rows
            .Select(row =>
            {
                var (round, type) = reached.GetValueOrDefault(row.PartitionKey, (0, row.Type));
                if (type != row.Type)
                {
                    round++;
                }

                reached[row.PartitionKey] = (round, row.Type);
                return (Row: row, Round: round);
            })
            .ToLookup(placed => placed.Round, placed => placed.Row)
            .OrderBy(round => round.Key)
            .Select(round => round.GroupBy(row => row.Type).Select(type => Parts(type).ToList()).ToList());
    }

    private static IEnumerable<OutboxMessage[]> Parts(IEnumerable<OutboxMessage> rows)
    {
        var (part, characters) = (new List<OutboxMessage>(), 0);
        foreach (var row in rows)
        {
            if (part.Count == MostEvents || (part.Count > 0 && characters + row.Body.Length > MostCharacters))
            {
                yield return [.. part];
                (part, characters) = ([], 0);
            }

            part.Add(row);
            characters += row.Body.Length;
        }

        yield return [.. part];
    }
}
