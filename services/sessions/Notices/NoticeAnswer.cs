using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Notices;

/// <summary>What a recipient answered; a later answer replaces it.</summary>
internal sealed class NoticeAnswer(string unit, string session, string person) : IAudited
{
    public string ResourceName => $"{SessionName.Of(Unit, Session)}/notice";

    public string Unit { get; private set; } = unit;

    public string Session { get; private set; } = session;

    public string Person { get; private set; } = person;

    public NoticeReply Reply { get; private set; }

    public DateTimeOffset RepliedAt { get; private set; }

    public void Say(NoticeReply reply, DateTimeOffset now) => (Reply, RepliedAt) = (reply, now);
}

internal sealed class NoticeAnswerConfiguration : IEntityTypeConfiguration<NoticeAnswer>
{
    public void Configure(EntityTypeBuilder<NoticeAnswer> builder)
    {
        builder.ToTable("notice_answer");
        builder.HasKey(a => new { a.Unit, a.Session, a.Person });
        builder.Property(a => a.Unit).HasMaxLength(64);
        builder.Property(a => a.Session).HasMaxLength(64);
        builder.Property(a => a.Person).HasMaxLength(64);
        builder.Ignore(a => a.ResourceName);
    }
}
