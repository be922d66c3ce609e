using StudySuite.Defaults.Errors;

namespace StudySuite.Bulletin.Indicators;

/// <summary>What can go wrong with the dictionary and with what is made of figures.</summary>
internal static class IndicatorErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("INDICATOR_NOT_FOUND", name);

    /// <summary>The dictionary is one for all: only who answers for the whole tree edits it.</summary>
    public static DomainError TopUnitOnly(string name) => DomainError.Denied("TOP_UNIT_ONLY", ("resource", name));

    public static DomainError RankingOff(string name) => DomainError.Precondition("RANKING_OFF", ("resource", name));
}
