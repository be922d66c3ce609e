using Microsoft.EntityFrameworkCore;
using StudySuite.Supervision.Facts;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

/// <summary>A document that is one of the three deliverables.</summary>
/// <param name="Document">Resource name.</param>
/// <param name="Title">Of a file; empty for what the unit entered for the session itself.</param>
internal sealed record Delivered(Deliverable Deliverable, string Document, string Title)
{
    public bool IsReference => Title.Length == 0;
}

/// <summary>
/// What is there of the three deliverables (DOMAIN §6). What was entered for the session is not asked for again: an approved
/// scheme that the unit sent and a complete record count as they are; what stands on paper is a file.
/// </summary>
internal static class DeliveredDocuments
{
    public static readonly IReadOnlyList<Deliverable> Needed =
        [Deliverable.Scheme, Deliverable.MinutesCopy, Deliverable.FeedbackForm];

    /// <returns>By resource name of the observation.</returns>
    public static async Task<ILookup<string, Delivered>> DeliveredAsync(
        this SupervisionDbContext db, IReadOnlyCollection<Observation> observations, CancellationToken cancellationToken)
    {
        var units = observations.Select(o => o.Unit).Distinct().ToList();
        var ids = observations.Select(o => o.Id).Distinct().ToList();
        var files = await db.ObservationFiles.AsNoTracking()
            .Where(f => units.Contains(f.Unit) && ids.Contains(f.Observation) && f.Deliverable != Deliverable.Unspecified)
            .OrderBy(f => f.Id).ToListAsync(cancellationToken);
        var sessions = observations.Select(o => o.Session).Where(session => session.Length > 0).Distinct().ToList();
        var facts = await db.Facts.AsNoTracking()
            .Where(f => sessions.Contains(f.Resource) && f.Counts
                && (f.Kind == FactKind.SchemeApproved || f.Kind == FactKind.RecordComplete))
            .Select(f => new { f.Resource, f.Kind }).ToListAsync(cancellationToken);
        var known = facts.Select(fact => (fact.Resource, fact.Kind)).ToHashSet();

        return observations.SelectMany(
                o => References(o).Concat(files.Where(f => f.Unit == o.Unit && f.Observation == o.Id)
                    .Select(f => new Delivered(f.Deliverable, f.ResourceName, f.Title))),
                (o, delivered) => (o.ResourceName, delivered))
            .ToLookup(pair => pair.ResourceName, pair => pair.delivered);

        IEnumerable<Delivered> References(Observation o)
        {
            if (o.Materials.SentOn is not null && known.Contains((o.Session, FactKind.SchemeApproved)))
            {
                yield return new Delivered(Deliverable.Scheme, o.Materials.Scheme, "");
            }

            if (known.Contains((o.Session, FactKind.RecordComplete)))
            {
                yield return new Delivered(Deliverable.MinutesCopy, $"{o.Session}/record", "");
            }
        }
    }
}
