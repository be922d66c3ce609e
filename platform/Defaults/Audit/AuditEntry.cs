using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;

namespace StudySuite.Defaults.Audit;

/// <summary>One line of the audit trail: who did what to which resource, and how it ended. Only ever added.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public AuditEntry(string about) => Resource = Clean(about, 300);

    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Id of the person, <c>client.{id}</c> of a system, or <c>system</c>.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>RPC as <c>Service/Method</c>, or the name of the background work.</summary>
    public string Action { get; private set; } = "";

    public string Resource { get; private set; } = "";

    /// <summary><c>OK</c>, or the reason of a refusal.</summary>
    public string Outcome { get; init; } = "OK";

    public string? TraceId { get; private set; }

    /// <summary>Address that the call came from; null for work in the background.</summary>
    public string? Source { get; private set; }

    /// <summary>Its place in the chain, from 1 without a gap; null until it is sealed, some seconds after the save.</summary>
    public long? Link { get; private set; }

    /// <summary>Digest of the entry and of the seal before it, see <see cref="AuditSeal"/>.</summary>
    public string? Seal { get; private set; }

    internal void Complete(CallContext call, DateTimeOffset now, string? traceId)
    {
        At = now;
        Actor = Clean(call.Caller?.Person ?? "system", 64);
        Action = Clean(call.Action, 120);
        TraceId = traceId;
        Source = call.Source;
    }

    // A refused request may name anything; its line must still fit the column and the database's idea of text.
    private static string Clean(string text, int length)
    {
        text = text.Length > length ? text[..length] : text;
        return text.Any(c => char.IsControl(c) || char.IsSurrogate(c))
            ? string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c))
            : text;
    }
}

public static class AuditTable
{
    /// <summary>Leaves a line for a change that touches no aggregate row, such as marks on a roll.</summary>
    public static void Audit(this DbContext db, string resource, string outcome = "OK") =>
        db.Add(new AuditEntry(resource) { Outcome = outcome });

    internal static void AddAudit(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entry");
            entry.HasKey(e => e.Sequence);
            entry.Property(e => e.Sequence).ValueGeneratedOnAdd();
            entry.Property(e => e.Actor).HasMaxLength(64);
            entry.Property(e => e.Action).HasMaxLength(120);
            entry.Property(e => e.Resource).HasMaxLength(300);
            entry.Property(e => e.Outcome).HasMaxLength(80);
            entry.Property(e => e.TraceId).HasMaxLength(32);
            entry.Property(e => e.Source).HasMaxLength(45);
            entry.Property(e => e.Seal).HasMaxLength(80);
            entry.HasIndex(e => new { e.Resource, e.Sequence });

            // Who writes an entry touches only the small index of those that wait for their seal.
            entry.HasIndex(e => e.Sequence, "ix_audit_entry_pending").HasFilter("link is null");
            entry.HasIndex(e => e.Link).IsUnique().HasFilter("link is not null");
        });
        modelBuilder.Entity<AuditCheckpoint>(checkpoint =>
        {
            checkpoint.ToTable("audit_checkpoint");
            checkpoint.HasKey(c => c.Link);
            checkpoint.Property(c => c.Link).ValueGeneratedNever();
            checkpoint.Property(c => c.Seal).HasMaxLength(80);
        });
    }
}
