using Microsoft.EntityFrameworkCore;
using StudySuite.Documents;
using StudySuite.Supervision.Observations;
using FormTemplate = StudySuite.Supervision.Templates.FormTemplate;

namespace StudySuite.Supervision.Papers;

internal static class FormDocuments
{
    /// <summary>The form with its lines by the organiser's template and with the names of unit and observers.</summary>
    public static async Task<Document> FormDocumentAsync(
        this SupervisionDbContext db, Observation observation, ObservationForm form, CancellationToken cancellationToken)
    {
        var template = await db.FormTemplates.FindAsync([observation.Organiser, observation.FormTemplate], cancellationToken)
            ?? FormTemplate.Shipped(observation.Organiser);
        var people = await db.MemberViews.AsNoTracking().Where(member => observation.Observers.Contains(member.Person))
            .Select(member => new { member.Person, member.Name }).ToListAsync(cancellationToken);
        var observers = observation.Observers.Select(person => people.Find(known => known.Person == person)?.Name ?? person);
        var unit = await db.UnitViews.Where(view => view.Code == observation.Unit).Select(view => view.Name)
            .SingleOrDefaultAsync(cancellationToken) ?? observation.Unit;
        return FormPaper.Of(observation, form, template, unit, string.Join('、', observers));
    }
}
