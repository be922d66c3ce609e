using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Bulletin.Practices;

internal enum PracticeProposalState
{
    Proposed = 1,
    Chosen,
    Declined,
}

/// <summary>A good practice that a unit proposes, with what shows it.</summary>
internal sealed class PracticeProposal : Aggregate, IOwnedByUnit
{
    public required string Unit { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>Names of records or addresses.</summary>
    public required List<string> Materials { get; init; }

    /// <summary>Id of the person.</summary>
    public required string ProposedBy { get; init; }

    public PracticeProposalState State { get; private set; } = PracticeProposalState.Proposed;

    /// <summary>Resource name of the bulletin it was chosen for.</summary>
    public string Bulletin { get; private set; } = "";

    public string DeclineReason { get; private set; } = "";

    public override string ResourceName => $"units/{Unit}/practiceProposals/{Id}";

    public void Choose(string bulletin)
    {
        RequireOpen();
        (State, Bulletin) = (PracticeProposalState.Chosen, bulletin);
    }

    public void Decline(string reason)
    {
        RequireOpen();
        (State, DeclineReason) = (PracticeProposalState.Declined, reason);
    }

    private void RequireOpen()
    {
        if (State != PracticeProposalState.Proposed)
        {
            throw PracticeProposalErrors.Decided(ResourceName);
        }
    }
}

internal sealed class PracticeProposalConfiguration : IEntityTypeConfiguration<PracticeProposal>
{
    public void Configure(EntityTypeBuilder<PracticeProposal> builder)
    {
        builder.ToTable("practice_proposal");
        builder.HasKey(p => new { p.Unit, p.Id });
        builder.Property(p => p.Unit).HasMaxLength(64);
        builder.Property(p => p.Id).HasMaxLength(64);
        builder.Property(p => p.Title).HasMaxLength(100);
        builder.Property(p => p.Text).HasMaxLength(2000);
        builder.Property(p => p.Materials).HasJson();
        builder.Property(p => p.ProposedBy).HasMaxLength(64);
        builder.Property(p => p.Bulletin).HasMaxLength(200);
        builder.Property(p => p.DeclineReason).HasMaxLength(500);
    }
}
