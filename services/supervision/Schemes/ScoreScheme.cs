using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Schemes;

internal enum SchemeState
{
    Draft = 1,
    Published,
}

/// <summary>How units are assessed; the unit is the one that assesses.</summary>
internal sealed class ScoreScheme(string unit, string id) : Aggregate, IOwnedByUnit
{
    public override string ResourceName => $"units/{Unit}/scoreSchemes/{Id}";

    public string Unit { get; private set; } = unit;

    public string Id { get; private set; } = id;

    public SchemeContent Content { get; private set; } = SchemeContent.Empty;

    public SchemeState State { get; private set; } = SchemeState.Draft;

    public void Write(SchemeContent content)
    {
        RequireDraft();
        Content = content;
    }

    public void Publish()
    {
        RequireDraft();
        State = SchemeState.Published;
    }

    public void RequireDraft()
    {
        if (State != SchemeState.Draft)
        {
            throw SchemeErrors.Published(this);
        }
    }
}

internal sealed record SchemeContent(string Title, int Year, List<string> UnitKinds, List<SchemeItem> Items, string Source)
{
    public static readonly SchemeContent Empty = new("", 0, [], [], "");

    public SchemeLine? FindLine(string key) => Items.SelectMany(item => item.Lines).FirstOrDefault(line => line.Key == key);
}

internal sealed record SchemeItem(string Key, string Title, decimal MaxPoints, List<SchemeLine> Lines)
{
    /// <summary>An item that only loses points begins with all of them.</summary>
    public decimal Start => Lines.Exists(line => line.Method == ScoreMethod.Deduct) ? MaxPoints : 0;
}

/// <param name="PointsMax">Upper end of the range where the assessor chooses; null for exactly the points.</param>
/// <param name="Cap">The most that the line deducts or earns; null for no cap of its own.</param>
internal sealed record SchemeLine(
    string Key, string Title, ScoreMethod Method, decimal Points, decimal? PointsMax, decimal? Cap,
    List<ScoreIndicator> Indicators, string CheckWay)
{
    public bool IsCounted => Indicators.Count > 0;

    /// <summary>What the line makes of the item's score: negative when it deducts.</summary>
    public decimal Result(int count, decimal points)
    {
        var all = count * points;
        all = Cap is { } cap ? Math.Min(all, cap) : all;
        return Method == ScoreMethod.Deduct ? -all : all;
    }

    /// <summary>Whether the assessor may use so many points each time.</summary>
    public bool Allows(decimal points) => Method == ScoreMethod.Manual
        ? points >= 0 && points <= Points
        : points >= Points && points <= (PointsMax ?? Points);
}
