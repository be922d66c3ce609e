using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.MaterialPacks;

/// <summary>One handing out of the materials of a session; handing them out anew is another round.</summary>
internal sealed class MaterialDistribution : Aggregate, IOwnedByUnit
{
    public MaterialDistribution(string unit, string session, int round, DateOnly on, string rulebook, bool isLate)
    {
        (Unit, Session, Round, On, Rulebook, IsLate) = (unit, session, round, on, rulebook, isLate);
    }

    public override string ResourceName => $"{SessionName.Of(Unit, Session)}/materialPack";

    public string Unit { get; private set; }

    public string Session { get; private set; }

    public int Round { get; private set; }

    public DateOnly On { get; private set; }

    public string Rulebook { get; private set; }

    public bool IsLate { get; private set; }

    public List<Notices.Recipient> Recipients { get; private set; } = [];

    public void HandTo(IEnumerable<Notices.Recipient> recipients) => Recipients = [.. recipients];
}

/// <summary>A recipient has read what was handed out in this round.</summary>
internal sealed class MaterialReceipt(string unit, string session, int round, string person, DateTimeOffset acknowledgedAt)
    : IAudited
{
    public string ResourceName => $"{SessionName.Of(Unit, Session)}/materialPack";

    public string Unit { get; private set; } = unit;

    public string Session { get; private set; } = session;

    public int Round { get; private set; } = round;

    public string Person { get; private set; } = person;

    public DateTimeOffset AcknowledgedAt { get; private set; } = acknowledgedAt;
}
