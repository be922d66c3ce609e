using StudySuite.Defaults.Errors;

namespace StudySuite.Bulletin.SelfReports;

/// <summary>What can go wrong with a half-year self-report.</summary>
internal static class SelfReportErrors
{
    public static DomainError HalfNotOver(string name) => Wrong("HALF_NOT_OVER", name);

    public static DomainError Confirmed(string name) => Wrong("SELF_REPORT_CONFIRMED", name);

    public static DomainError NotObjected(string name) => Wrong("SELF_REPORT_NOT_OBJECTED", name);

    /// <summary>Between reading and confirming, a record came or was corrected.</summary>
    public static DomainError FiguresChanged(string name) => DomainError.Aborted("FIGURES_CHANGED", ("resource", name));

    private static DomainError Wrong(string reason, string name) => DomainError.Precondition(reason, ("resource", name));
}
