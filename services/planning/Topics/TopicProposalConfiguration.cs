using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Planning.Topics;

internal sealed class TopicProposalConfiguration : IEntityTypeConfiguration<TopicProposal>
{
    public void Configure(EntityTypeBuilder<TopicProposal> builder)
    {
        builder.ToTable("topic_proposal");
        builder.HasKey(p => new { p.Unit, p.Id });
        builder.Property(p => p.Unit).HasMaxLength(64);
        builder.Property(p => p.Id).HasMaxLength(64);
        builder.Property(p => p.Title).HasMaxLength(200);
        builder.Property(p => p.Rationale).HasMaxLength(2000);
        builder.Property(p => p.Answer).HasMaxLength(1000);
        builder.Property(p => p.Campaign).HasMaxLength(160);
        builder.Property(p => p.ProposedBy).HasMaxLength(80);
        builder.Property(p => p.MergedInto).HasMaxLength(160);
        builder.Ignore(p => p.IsTakenUp);
        builder.HasIndex(p => p.Campaign);
        builder.HasIndex(p => p.MergedInto);
    }
}
