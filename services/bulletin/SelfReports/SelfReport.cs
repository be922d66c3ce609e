using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Bulletin.SelfReports;

internal enum SelfReportState
{
    Confirmed = 2,
    Objected,
    Answered,
}

/// <summary>What a unit says of its own half-year: the figures are right, or which are not and why. It types none.</summary>
internal sealed class SelfReport : Aggregate, IOwnedByUnit
{
    public SelfReport(string unit, int year, int half) => (Unit, Year, Half) = (unit, year, half);

    public override string ResourceName => $"units/{Unit}/selfReports/{Year}-{Half}";

    public string Unit { get; private set; }

    public int Year { get; private set; }

    public int Half { get; private set; }

    public SelfReportState State { get; private set; }

    /// <summary>As confirmed, one per indicator of <see cref="Indicators"/>.</summary>
    public List<int> Values { get; private set; } = [];

    public List<string> Indicators { get; private set; } = [];

    public string Objection { get; private set; } = "";

    public List<string> Disputed { get; private set; } = [];

    public string Answer { get; private set; } = "";

    /// <summary>Id of who confirmed or objected last.</summary>
    public string Person { get; private set; } = "";

    public DateTimeOffset ReportedAt { get; private set; }

    public void Confirm(string person, List<string> indicators, List<int> values, DateTimeOffset now)
    {
        RequireOpen();
        (State, Indicators, Values, Person, ReportedAt) = (SelfReportState.Confirmed, indicators, values, person, now);
    }

    public void Object(string person, string reason, List<string> disputed, DateTimeOffset now)
    {
        RequireOpen();
        (State, Objection, Disputed, Person, ReportedAt) = (SelfReportState.Objected, reason, disputed, person, now);
        Answer = "";
    }

    public void AnswerWith(string answer)
    {
        if (State != SelfReportState.Objected)
        {
            throw SelfReportErrors.NotObjected(ResourceName);
        }

        (State, Answer) = (SelfReportState.Answered, answer);
    }

    private void RequireOpen()
    {
        if (State == SelfReportState.Confirmed)
        {
            throw SelfReportErrors.Confirmed(ResourceName);
        }
    }
}

internal sealed class SelfReportConfiguration : IEntityTypeConfiguration<SelfReport>
{
    public void Configure(EntityTypeBuilder<SelfReport> builder)
    {
        builder.ToTable("self_report");
        builder.HasKey(r => new { r.Unit, r.Year, r.Half });
        builder.Property(r => r.Unit).HasMaxLength(64);
        builder.Property(r => r.Values).HasJson();
        builder.Property(r => r.Indicators).HasJson();
        builder.Property(r => r.Objection).HasMaxLength(1000);
        builder.Property(r => r.Disputed).HasJson();
        builder.Property(r => r.Answer).HasMaxLength(1000);
        builder.Property(r => r.Person).HasMaxLength(64);
        builder.HasIndex(r => new { r.Year, r.Half });
    }
}
