using Microsoft.EntityFrameworkCore;

namespace StudySuite.Supervision.Templates;

internal static class TemplateQueries
{
    /// <summary>The newest version in force on that day, else the one that the suite ships.</summary>
    public static async Task<FormTemplate> InForceAsync(
        this DbSet<FormTemplate> templates, string organiser, DateOnly day, CancellationToken cancellationToken) =>
        await templates.AsNoTracking().Where(t => t.Unit == organiser && t.EffectiveFrom <= day)
            .OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancellationToken)
        ?? FormTemplate.Shipped(organiser);

    public static async Task<FormTemplate?> FindAsync(
        this DbSet<FormTemplate> templates, string organiser, string id, CancellationToken cancellationToken) =>
        id == FormTemplate.ShippedId
            ? FormTemplate.Shipped(organiser)
            : await templates.AsNoTracking().SingleOrDefaultAsync(t => t.Unit == organiser && t.Id == id, cancellationToken);
}
