using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Materials;

/// <summary>Files that a scheme's materials name.</summary>
internal static class MaterialReferences
{
    /// <summary>A material of kind FILE may name an uploaded study material of its own session, no other may name one.</summary>
    public static async Task CheckAsync(
        SessionsDbContext db, SessionName session, Scheme scheme, CancellationToken cancellationToken)
    {
        var wrong = new Violations();
        var named = scheme.Materials.Any(material => material.File.Length > 0)
            ? (await db.MaterialFiles.AsNoTracking()
                .Where(f => f.Unit == session.Unit && f.Session == session.Id && f.Part == ArchiveItemKind.Materials)
                .Select(f => f.Id).ToListAsync(cancellationToken)).Select(id => $"{session}/files/{id}").ToHashSet()
            : [];
        for (var i = 0; i < scheme.Materials.Count; i++)
        {
            var material = scheme.Materials[i];
            wrong.OptionalText($"scheme.materials[{i}].source", material.Source);
            wrong.AddIf(
                material.File.Length > 0 && !(material.Kind == MaterialKind.File && named.Contains(material.File)),
                $"scheme.materials[{i}].file", "MATERIAL_FILE_UNKNOWN", ("value", material.File));
        }

        wrong.ThrowIfAny();
    }
}
