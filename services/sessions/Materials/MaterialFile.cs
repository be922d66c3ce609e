using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Files;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Materials;

/// <summary>A file of a session. Its bytes never change; what was uploaded in error is taken away.</summary>
internal sealed class MaterialFile : Aggregate, IOwnedByUnit
{
    public MaterialFile(string unit, string session, string id) => (Unit, Session, Id) = (unit, session, id);

    public override string ResourceName => $"{SessionName.Of(Unit, Session)}/files/{Id}";

    public string Unit { get; private set; }

    public string Session { get; private set; }

    public string Id { get; private set; }

    public ArchiveItemKind Part { get; private set; }

    public string Title { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public long Length { get; private set; }

    public int Pages { get; private set; }

    public string UploadedBy { get; private set; } = "";

    /// <summary>What can be read of it, for search.</summary>
    public string Text { get; private set; } = "";

    public void Describe(ArchiveItemKind part, string title, string fileName, string uploadedBy) =>
        (Part, Title, FileName, UploadedBy) = (part, title, fileName, uploadedBy);

    public void Hold(ReceivedFile received, InspectedFile inspected)
    {
        (Sha256, Length) = (received.Sha256, received.Length);
        (ContentType, Pages, Text) = (inspected.ContentType, inspected.Pages, Search.SearchText.Normalise(inspected.Text));
    }
}
