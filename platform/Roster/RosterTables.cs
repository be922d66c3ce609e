using Microsoft.EntityFrameworkCore;

namespace StudySuite.Roster;

public static class RosterTables
{
    public static ModelBuilder AddRoster(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<UnitView>(unit =>
        {
            unit.ToTable("unit_view");
            unit.HasKey(u => u.Code);
            unit.Property(u => u.Code).HasMaxLength(64);
            unit.Property(u => u.Name).HasMaxLength(200);
            unit.Property(u => u.Kind).HasMaxLength(40);
            unit.Property(u => u.Level).HasMaxLength(40);
            unit.Property(u => u.Parent).HasMaxLength(64);
            unit.Property(u => u.Path).HasMaxLength(800);
            unit.HasIndex(u => u.Path);
        });
        modelBuilder.Entity<MemberView>(member =>
        {
            member.ToTable("member_view");
            member.HasKey(m => m.Member);
            member.Property(m => m.Member).HasMaxLength(200);
            member.Property(m => m.Unit).HasMaxLength(64);
            member.Property(m => m.Person).HasMaxLength(64);
            member.Property(m => m.Name).HasMaxLength(100);
            member.Property(m => m.Post).HasMaxLength(200);
            member.Property(m => m.Role).HasMaxLength(20);
            member.Property(m => m.Kind).HasMaxLength(20);
            member.Ignore(m => m.IsFull);
            member.HasIndex(m => new { m.Unit, m.Order });
            member.HasIndex(m => m.Person);
        });
        modelBuilder.Entity<GrantView>(grant =>
        {
            grant.ToTable("grant_view");
            grant.HasKey(g => g.Grant);
            grant.Property(g => g.Grant).HasMaxLength(100);
            grant.Property(g => g.Person).HasMaxLength(64);
            grant.Property(g => g.Role).HasMaxLength(40);
            grant.Property(g => g.Unit).HasMaxLength(64);
            grant.HasIndex(g => new { g.Role, g.Unit });
        });
        modelBuilder.Entity<RulebookView>(rulebook =>
        {
            rulebook.ToTable("rulebook_view");
            rulebook.HasKey(r => r.Rulebook);
            rulebook.Property(r => r.Rulebook).HasMaxLength(64);
        });
        modelBuilder.Entity<WorkCalendarView>(calendar =>
        {
            calendar.ToTable("work_calendar_view");
            calendar.HasKey(c => c.Year);
            calendar.Property(c => c.Year).ValueGeneratedNever();
        });
        return modelBuilder;
    }
}
