using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Notices;

/// <summary>A recipient has read this issue of the notice.</summary>
internal sealed class NoticeReceipt(string unit, string session, string person, int sequence, DateTimeOffset acknowledgedAt)
    : IAudited
{
    public string ResourceName => $"{SessionName.Of(Unit, Session)}/notice";

    public string Unit { get; private set; } = unit;

    public string Session { get; private set; } = session;

    public string Person { get; private set; } = person;

    public int Sequence { get; private set; } = sequence;

    public DateTimeOffset AcknowledgedAt { get; private set; } = acknowledgedAt;
}

internal sealed class NoticeReceiptConfiguration : IEntityTypeConfiguration<NoticeReceipt>
{
    public void Configure(EntityTypeBuilder<NoticeReceipt> builder)
    {
        builder.ToTable("notice_receipt");
        builder.HasKey(r => new { r.Unit, r.Session, r.Person, r.Sequence });
        builder.Property(r => r.Unit).HasMaxLength(64);
        builder.Property(r => r.Session).HasMaxLength(64);
        builder.Property(r => r.Person).HasMaxLength(64);
        builder.Ignore(r => r.ResourceName);
    }
}
