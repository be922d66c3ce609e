using Microsoft.EntityFrameworkCore;

namespace StudySuite.Messaging;

public static class MessagingTables
{
    /// <summary>Maps outbox and inbox; every database of the suite has both.</summary>
    public static ModelBuilder AddMessaging(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox_message");
            outbox.HasKey(o => o.Sequence);
            outbox.Property(o => o.Sequence).HasColumnName("sequence").ValueGeneratedOnAdd();
            outbox.Property(o => o.MessageId).HasColumnName("message_id");
            outbox.Property(o => o.PartitionKey).HasColumnName("partition_key").HasMaxLength(300);
            outbox.Property(o => o.Type).HasColumnName("type").HasMaxLength(100);
            outbox.Property(o => o.Body).HasColumnName("body");
            outbox.Property(o => o.TraceParent).HasColumnName("trace_parent").HasMaxLength(100);
            outbox.Property(o => o.CreatedAt).HasColumnName("created_at");
            outbox.Property(o => o.DueAt).HasColumnName("due_at");
            outbox.Property(o => o.Attempts).HasColumnName("attempts").HasDefaultValue(0);
            outbox.Property(o => o.LastError).HasColumnName("last_error").HasMaxLength(500);
            outbox.Property(o => o.SentAt).HasColumnName("sent_at");
            outbox.Property(o => o.ParkedAt).HasColumnName("parked_at");
            outbox.HasIndex(o => o.MessageId).IsUnique().HasDatabaseName("ux_outbox_message_message_id");
            outbox.HasIndex(o => o.Sequence).HasFilter("sent_at is null").HasDatabaseName("ix_outbox_message_unsent");
            outbox.HasIndex(o => new { o.PartitionKey, o.Sequence })
                .HasFilter("sent_at is null").HasDatabaseName("ix_outbox_message_unsent_partition");
        });
        modelBuilder.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("inbox_message");
            inbox.HasKey(i => new { i.MessageId, i.Consumer });
            inbox.Property(i => i.MessageId).HasColumnName("message_id");
            inbox.Property(i => i.Consumer).HasColumnName("consumer").HasMaxLength(100);
            inbox.Property(i => i.ReceivedAt).HasColumnName("received_at");
            inbox.HasIndex(i => i.ReceivedAt).HasDatabaseName("ix_inbox_message_received_at");
        });
        return modelBuilder;
    }
}
