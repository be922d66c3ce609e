using Microsoft.EntityFrameworkCore;
using StudySuite.Sessions.Materials;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;
using MaterialFile = StudySuite.Sessions.Materials.MaterialFile;

namespace StudySuite.Sessions.MaterialPacks;

/// <summary>The materials of a session in the order of its scheme.</summary>
internal sealed record PackEntry(int Number, Material Material, MaterialFile? File)
{
    public MaterialEntry ToProto() => new()
    {
        Number = Number,
        Title = Material.Title,
        Source = Material.Source,
        File = File?.ResourceName ?? "",
        Url = Material.Url,
        IsTitleOnly = Material.Kind == MaterialKind.TitleOnly,
        Pages = File?.Pages ?? 0,
        Volumes = Material.Volumes,
    };
}

internal static class PackContents
{
    public static async Task<List<PackEntry>> ReadAsync(
        SessionsDbContext db, StudySession session, CancellationToken cancellationToken)
    {
        var files = await db.MaterialFiles.AsNoTracking()
            .Where(f => f.Unit == session.Unit && f.Session == session.Id && f.Part == ArchiveItemKind.Materials)
            .ToDictionaryAsync(f => f.ResourceName, cancellationToken);
        return [.. session.Scheme.Materials.Select((material, i) =>
            new PackEntry(i + 1, material, files.GetValueOrDefault(material.File)))];
    }
}
