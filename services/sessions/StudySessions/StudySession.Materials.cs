using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class StudySession
{
    private static readonly string[] MaterialFields = ["materials"];

    /// <summary>A study material is content like the rest of the scheme: the leader passes it.</summary>
    public void AddMaterial(Material material)
    {
        var scheme = Scheme.Clone();
        scheme.Materials.Add(material);
        WriteScheme(MaterialFields, scheme);
    }

    /// <summary>Takes the file out of the scheme's materials, if it is there.</summary>
    public void RemoveMaterial(string file)
    {
        if (Scheme.Materials.SingleOrDefault(material => material.File == file) is { } there)
        {
            var scheme = Scheme.Clone();
            scheme.Materials.Remove(there);
            WriteScheme(MaterialFields, scheme);
        }
    }
}
