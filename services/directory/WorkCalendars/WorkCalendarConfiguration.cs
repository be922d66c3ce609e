using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Directory.WorkCalendars;

internal sealed class WorkCalendarConfiguration : IEntityTypeConfiguration<WorkCalendar>
{
    public void Configure(EntityTypeBuilder<WorkCalendar> builder)
    {
        builder.ToTable("work_calendar");
        builder.HasKey(calendar => calendar.Year);
        builder.Property(calendar => calendar.Year).ValueGeneratedNever();
        builder.Property(calendar => calendar.Source).HasMaxLength(200);
        builder.Property(calendar => calendar.Holidays).HasJson();
        builder.Property(calendar => calendar.Workdays).HasJson();
    }
}
