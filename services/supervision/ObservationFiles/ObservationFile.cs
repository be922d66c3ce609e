using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Files;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.ObservationFiles;

/// <summary>A file of a sit-in. Its bytes never change; what was uploaded in error is taken away.</summary>
internal sealed class ObservationFile(string unit, string observation, string id) : Aggregate, IOwnedByUnit
{
    public override string ResourceName => $"units/{Unit}/observations/{Observation}/files/{Id}";

    public string Unit { get; private set; } = unit;

    /// <summary>Id of the observation.</summary>
    public string Observation { get; private set; } = observation;

    public string Id { get; private set; } = id;

    /// <summary>Which of the three it is; Unspecified for another attachment.</summary>
    public required Deliverable Deliverable { get; init; }

    public required string Title { get; init; }

    public required string FileName { get; init; }

    /// <summary>Made by the suite of what was entered.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Id of the person.</summary>
    public required string UploadedBy { get; init; }

    public string ContentType { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public long Length { get; private set; }

    public int Pages { get; private set; }

    public void Hold(ReceivedFile received, string contentType, int pages) =>
        (Sha256, Length, ContentType, Pages) = (received.Sha256, received.Length, contentType, pages);
}
