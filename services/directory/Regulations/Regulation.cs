using StudySuite.Defaults.Database;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Regulations;

/// <summary>A regulation as the register names it, so that a check can cite its basis.</summary>
internal sealed class Regulation : Aggregate
{
    private Regulation()
    {
    }

    public Regulation(string id) => Id = id;

    public override string ResourceName => $"regulations/{Id}";

    public string Id { get; private set; } = "";

    public string Title { get; set; } = "";

    public string Issuer { get; set; } = "";

    public string DocumentNumber { get; set; } = "";

    public DateOnly IssuedOn { get; set; }

    public RegulationLevel Level { get; set; }

    public RegulationStatus Status { get; set; }

    /// <summary>Id of what took its place.</summary>
    public string? SupersededBy { get; set; }

    public string Url { get; set; } = "";
}
