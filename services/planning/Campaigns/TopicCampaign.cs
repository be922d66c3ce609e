using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Campaigns;

/// <summary>A call for topics. Whether it is open follows from the closing date; nothing has to close it.</summary>
internal sealed class TopicCampaign : Aggregate, IOwnedByUnit
{
    private TopicCampaign()
    {
    }

    public TopicCampaign(string unit, string id, int year, string title, string requirement, DateOnly closesOn, Scope scope)
    {
        (Unit, Id, Year, Title) = (unit, id, year, title);
        (Requirement, ClosesOn, Scope) = (requirement, closesOn, scope);
    }

    public override string ResourceName => NameOf(Unit, Id);

    /// <summary>The unit that asks.</summary>
    public string Unit { get; private set; } = "";

    public string Id { get; private set; } = "";

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    public string Requirement { get; private set; } = "";

    public DateOnly ClosesOn { get; private set; }

    /// <summary>Closed by hand before its date.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public Scope Scope { get; private set; } = new([], []);

    public static string NameOf(string unit, string id) => $"units/{unit}/topicCampaigns/{id}";

    public bool IsOpen(DateOnly today) => ClosedOn is null && today <= ClosesOn;

    /// <summary>Also opens again what is closed.</summary>
    public void Extend(DateOnly closesOn) => (ClosesOn, ClosedOn) = (closesOn, null);

    public void Close(DateOnly today)
    {
        RequireOpen(today);
        ClosedOn = today;
    }

    public void RequireOpen(DateOnly today)
    {
        if (!IsOpen(today))
        {
            throw CampaignErrors.Closed(this);
        }
    }
}
