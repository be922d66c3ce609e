using Microsoft.EntityFrameworkCore;
using StudySuite.Audit.V1;

namespace StudySuite.Defaults.Audit;

/// <summary>Walks a chain from its beginning and stops at the first entry that is not what it was.</summary>
internal sealed class AuditVerification<TDb>(TDb db, AuditChain<TDb> chain)
    where TDb : DbContext
{
    private const int PageSize = 1000;

    /// <param name="kept">A head that was noted down earlier, or null.</param>
    public async Task<AuditVerdict> RunAsync(AuditHead? kept, CancellationToken cancellationToken)
    {
        // What is saved by now is part of the answer.
        await chain.SealAsync(cancellationToken);
        var start = await chain.StartAsync(cancellationToken);
        var walk = new Walk(start, kept);
        if (await chain.Entries.AnyAsync(entry => entry.Link <= start.Link, cancellationToken))
        {
            return walk.Fault(AuditFault.CheckpointUnconfirmed, start.Link, null);
        }

        while (true)
        {
            var after = walk.Head.Link;
            var page = await chain.Entries.Where(entry => entry.Link > after).OrderBy(entry => entry.Link)
                .Take(PageSize).ToListAsync(cancellationToken);
            foreach (var entry in page)
            {
                if (walk.Step(entry) is { } verdict)
                {
                    return verdict;
                }
            }

            if (page.Count < PageSize)
            {
                return await IsConfirmedAsync(start, cancellationToken)
                    ? walk.End()
                    : walk.Fault(AuditFault.CheckpointUnconfirmed, start.Link, null);
            }
        }
    }

    private async Task<bool> IsConfirmedAsync(AuditHead start, CancellationToken cancellationToken)
    {
        if (start == AuditHead.None)
        {
            return true;
        }

        var confirmation = new AuditCheckpoint { Link = start.Link, Seal = start.Seal }.Confirmation;
        return await db.Set<AuditEntry>().AnyAsync(
            entry => entry.Resource == confirmation && entry.Action == AuditCheckpoint.Action && entry.Link != null,
            cancellationToken);
    }

    private sealed class Walk(AuditHead start, AuditHead? kept)
    {
        private long count;

        public AuditHead Head { get; private set; } = start;

        /// <returns>Null when the entry is good.</returns>
        public AuditVerdict? Step(AuditEntry entry)
        {
            if (entry.Link != Head.Link + 1)
            {
                return Fault(AuditFault.EntryMissing, Head.Link + 1, null);
            }

            if (!AuditSeal.Fits(entry.Seal, Head.Seal, entry.Link.Value, entry)
                || (kept is not null && kept.Link == entry.Link && kept.Seal != entry.Seal))
            {
                return Fault(AuditFault.EntryChanged, entry.Link.Value, entry.Sequence);
            }

            Head = new AuditHead(entry.Link.Value, entry.Seal!);
            count++;
            return null;
        }

        public AuditVerdict End() => kept is not null && kept.Link > Head.Link
            ? Fault(AuditFault.TailCut, Head.Link + 1, null)
            : Verdict(AuditFault.Unspecified);

        public AuditVerdict Fault(AuditFault fault, long link, long? sequence)
        {
            var verdict = Verdict(fault);
            verdict.FirstBadLink = link;
            verdict.FirstBadEntry = sequence is null ? "" : $"auditEntries/{sequence}";
            return verdict;
        }

        private AuditVerdict Verdict(AuditFault fault) =>
            new() { EntryCount = count, Head = Head.Link == 0 ? "" : Head.ToString(), Fault = fault };
    }
}
