using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Files;

namespace StudySuite.Supervision.EvidenceFiles;

/// <summary>A file that shows how a problem was put right. Its bytes never change; with the report it stays.</summary>
internal sealed class EvidenceFile(string unit, string notice, string id) : Aggregate, IOwnedByUnit
{
    public override string ResourceName => $"units/{Unit}/rectificationNotices/{Notice}/files/{Id}";

    public string Unit { get; private set; } = unit;

    /// <summary>Id of the notice.</summary>
    public string Notice { get; private set; } = notice;

    public string Id { get; private set; } = id;

    /// <summary>Number of the item; 0 for the notice as a whole.</summary>
    public required int Item { get; init; }

    /// <summary>Round of the notice in which it was brought.</summary>
    public required int Round { get; init; }

    public required string Title { get; init; }

    public required string FileName { get; init; }

    /// <summary>Id of the person.</summary>
    public required string UploadedBy { get; init; }

    public string ContentType { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public long Length { get; private set; }

    public int Pages { get; private set; }

    public void Hold(ReceivedFile received, string contentType, int pages) =>
        (Sha256, Length, ContentType, Pages) = (received.Sha256, received.Length, contentType, pages);
}
