using StudySuite.Defaults.Errors;
using StudySuite.Files;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;
using static StudySuite.Sessions.V1.ArchiveItemKind;

namespace StudySuite.Sessions.Materials;

/// <summary>What an upload says of its file, checked before a byte of it is taken.</summary>
internal sealed record Upload(
    SessionName Session, ArchiveItemKind Part, string FileName, string Title, string Source, int Volumes, bool IsAddendum)
{
    // Never Notes: private notebooks are looked at, not collected (DOMAIN §11.18).
    private static readonly ArchiveItemKind[] Parts =
        [ArchiveItemKind.Materials, ArchiveItemKind.Roll, LeaveAndMakeUp, ArchiveItemKind.Record, Speeches, Publicity, Observation, Other];

    public static Upload Check(UploadMaterialRequest asked)
    {
        var part = asked.Part == Unspecified ? ArchiveItemKind.Materials : asked.Part;
        var title = asked.Title.Length > 0 ? asked.Title : TitleOf(asked.FileName);
        new Violations()
            .AddIf(!Parts.Contains(part), "part", "PART_NOT_FOR_UPLOAD")
            .Text("file_name", asked.FileName, 255)
            .OptionalText("title", title)
            .OptionalText("source", asked.Source)
            .Range("volumes", asked.Volumes, 0, 100_000)
            .AddIf(SecrecyMarks.IsSecret(asked.FileName), "file_name", "SECRET_MARK")
            .AddIf(SecrecyMarks.IsSecret(title), "title", "SECRET_MARK")
            .AddIf(SecrecyMarks.IsSecret(asked.Source), "source", "SECRET_MARK")
            .ThrowIfAny();
        return new Upload(
            SessionName.Parse(asked.Parent, field: "parent"), part, asked.FileName, title, asked.Source, asked.Volumes,
            asked.AsAddendum);
    }

    private static string TitleOf(string fileName)
    {
        var clean = FileNames.Clean(fileName, "");
        return clean.Length > 0 ? clean : "file";
    }
}
