using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;

namespace StudySuite.Defaults.Audit;

/// <summary>One line of the audit trail: who did what to which resource, and how it ended. Only ever added.</summary>
public sealed class AuditEntry(string resource)
{
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Id of the person, or <c>system</c>.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>RPC as <c>Service/Method</c>, or the name of the background work.</summary>
    public string Action { get; private set; } = "";

    public string Resource { get; private set; } = resource;

    /// <summary><c>OK</c>, or the reason of a refusal.</summary>
    public string Outcome { get; init; } = "OK";

    public string? TraceId { get; private set; }

    internal void Complete(CallContext call, DateTimeOffset now, string? traceId)
    {
        At = now;
        Actor = call.Caller?.Person ?? "system";
        Action = call.Action;
        TraceId = traceId;
    }
}

public static class AuditTable
{
    /// <summary>Leaves a line for a change that touches no aggregate row, such as marks on a roll.</summary>
    public static void Audit(this DbContext db, string resource, string outcome = "OK") =>
        db.Add(new AuditEntry(resource) { Outcome = outcome });

    internal static void AddAudit(this ModelBuilder modelBuilder) => modelBuilder.Entity<AuditEntry>(entry =>
    {
        entry.ToTable("audit_entry");
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedOnAdd();
        entry.Property(e => e.Actor).HasMaxLength(64);
        entry.Property(e => e.Action).HasMaxLength(120);
        entry.Property(e => e.Resource).HasMaxLength(300);
        entry.Property(e => e.Outcome).HasMaxLength(80);
        entry.Property(e => e.TraceId).HasMaxLength(32);
        entry.HasIndex(e => new { e.Resource, e.Sequence });
    });
}
