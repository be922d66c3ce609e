using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Subscriptions;

namespace StudySuite.Notifications.Settings;

/// <summary>What a person wants to hear of outside the inbox, and of which units beyond the own duties.</summary>
internal sealed class PersonSettings(string person) : Aggregate
{
    public override string ResourceName => $"people/{Person}/notificationSettings";

    public string Person { get; private set; } = person;

    public string Email { get; set; } = "";

    public DeliveryMode EmailMode { get; set; } = DeliveryMode.Off;

    public string DigestTime { get; set; } = Channel.DefaultDigestTime;

    public QuietHours QuietHours { get; set; } = QuietHours.None;

    public Language Language { get; set; } = Language.Chinese;

    public List<Subscription> Subscriptions { get; set; } = [];
}

internal sealed class PersonSettingsConfiguration : IEntityTypeConfiguration<PersonSettings>
{
    public void Configure(EntityTypeBuilder<PersonSettings> builder)
    {
        builder.ToTable("person_settings");
        builder.HasKey(s => s.Person);
        builder.Property(s => s.Person).HasMaxLength(64);
        builder.Property(s => s.Email).HasMaxLength(200);
        builder.Property(s => s.DigestTime).HasMaxLength(5);
        builder.Property(s => s.QuietHours).HasJson();
        builder.Property(s => s.Subscriptions).HasJson();
    }
}
