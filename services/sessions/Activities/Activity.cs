using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Events;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Activities;

/// <summary>Study beyond the meeting. Corrected or withdrawn with a reason, never deleted.</summary>
internal sealed class Activity : Aggregate, IOwnedByUnit
{
    public Activity(string unit, string id) => (Unit, Id) = (unit, id);

    public override string ResourceName => $"units/{Unit}/activities/{Id}";

    public string Unit { get; private set; }

    public string Id { get; private set; }

    public ActivityKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Id of the person, or empty.</summary>
    public string Person { get; private set; } = "";

    public string PersonName { get; private set; } = "";

    public string Team { get; private set; } = "";

    public DateOnly HappenedOn { get; private set; }

    public string Place { get; private set; } = "";

    public int Audience { get; private set; }

    public string Outlet { get; private set; } = "";

    public string Url { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Id of a session of the same unit, or empty.</summary>
    public string Session { get; private set; } = "";

    public bool IsWithdrawn { get; private set; }

    public string ChangeReason { get; private set; } = "";

    /// <summary>From a message that <see cref="ActivityContent"/> has passed.</summary>
    public void Write(V1.Activity asked)
    {
        (Kind, Title, PersonName, Team) = (asked.Kind, asked.Title, asked.PersonName, asked.Team);
        (Place, Audience, Outlet, Url, Text) = (asked.Place, asked.Audience, asked.Outlet, asked.Url, asked.Text);
        HappenedOn = DateOnly.ParseExact(asked.HappenedOn, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Person = asked.Person.Length == 0 ? "" : Defaults.Requests.ResourceName.Parse("people/{person}", asked.Person)[0];
        Session = SessionName.TryParse(asked.Session)?.Id ?? "";
    }

    public void Correct(V1.Activity asked, string reason)
    {
        RequireInForce();
        Write(asked);
        ChangeReason = reason;
    }

    public void Withdraw(string reason)
    {
        RequireInForce();
        (IsWithdrawn, ChangeReason) = (true, reason);
    }

    /// <summary>Of the change about to be saved.</summary>
    public ActivityRecorded ToEvent() => new(
        ResourceName, Unit, Kind.UpperSnake(), Title, HappenedOn, Person.Length == 0 ? null : Person, IsWithdrawn, NextVersion);

    private void RequireInForce()
    {
        if (IsWithdrawn)
        {
            throw ActivityErrors.Withdrawn(this);
        }
    }
}
