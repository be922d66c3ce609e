namespace StudySuite.Defaults.Doctor;

public enum FindingKind
{
    Good,

    /// <summary>Works, but should be seen to.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Bad,
}

/// <summary>What the doctor found about one thing, and what is to be done, in the operator's words.</summary>
/// <param name="About">The service's word and the thing, such as <c>planning database</c>.</param>
public sealed record Finding(FindingKind Kind, string About, string Chinese, string English)
{
    public static Finding Good(string about, string what = "") => new(FindingKind.Good, about, what, "");

    public static Finding Warning(string about, string chinese, string english) =>
        new(FindingKind.Warning, about, chinese, english);

    public static Finding Bad(string about, string chinese, string english) =>
        new(FindingKind.Bad, about, chinese, english);

    public override string ToString() => Kind switch
    {
        FindingKind.Good => $"OK   {About}{(Chinese.Length > 0 ? $": {Chinese}" : "")}",
        FindingKind.Warning => $"WARN {About}: {Chinese}\n     {English}",
        _ => $"BAD  {About}: {Chinese}\n     {English}",
    };
}

/// <summary>Something the doctor looks at; changes nothing.</summary>
public interface ICheckup
{
    IAsyncEnumerable<Finding> ExamineAsync(CancellationToken cancellationToken);
}
