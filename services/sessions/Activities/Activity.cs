using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Events;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Activities;

/// <param name="Author">Id of the person.</param>
internal sealed record ActivityRemark(string Author, string Text, DateTimeOffset At);

/// <summary>Study beyond the meeting. Corrected or withdrawn with a reason, never deleted.</summary>
internal sealed class Activity : Aggregate, IOwnedByUnit
{
    private const int MostComments = 100;

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

    public string PlanItem { get; private set; } = "";

    public string Topic { get; private set; } = "";

    /// <summary>Id of the session of the same unit at which it was shared, or empty.</summary>
    public string SharedAt { get; private set; } = "";

    /// <summary>Id of the activity that is the team, or empty.</summary>
    public string OutreachTeam { get; private set; } = "";

    /// <summary>Id of the research project of the same unit, or empty.</summary>
    public string ResearchProject { get; private set; } = "";

    public V1.ActivityDetails Details { get; private set; } = new();

    public List<ActivityRemark> Comments { get; private set; } = [];

    public bool IsPlanned { get; private set; }

    public bool IsWithdrawn { get; private set; }

    public string ChangeReason { get; private set; } = "";

    /// <summary>A member's own business so far: not for colleagues, not for search, and its title for nobody.</summary>
    public bool IsPrivate => Kind == ActivityKind.SelfStudy && SharedAt.Length == 0;

    public bool IsFindable => !IsWithdrawn && !IsPrivate;

    /// <summary>Its files are a member's own papers.</summary>
    public bool HasOwnFiles => Kind is ActivityKind.OnlineStudy or ActivityKind.SelfStudy;

    /// <summary>From a message that <see cref="ActivityContent"/> has passed.</summary>
    public void Write(V1.Activity asked)
    {
        (Kind, Title, PersonName, Team) = (asked.Kind, asked.Title, asked.PersonName, asked.Team);
        (Place, Audience, Outlet, Url, Text) = (asked.Place, asked.Audience, asked.Outlet, asked.Url, asked.Text);
        HappenedOn = DateOnly.ParseExact(asked.HappenedOn, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Person = asked.Person.Length == 0 ? "" : Defaults.Requests.ResourceName.Parse("people/{person}", asked.Person)[0];
        Session = SessionName.TryParse(asked.Session)?.Id ?? "";
        (PlanItem, Topic, IsPlanned, Details) = (asked.PlanItem, asked.Topic, asked.IsPlanned, asked.Details?.Clone() ?? new());
        SharedAt = SessionName.TryParse(asked.SharedAt)?.Id ?? "";
        OutreachTeam = Defaults.Requests.ResourceName.TryParse("units/{unit}/activities/{activity}", asked.OutreachTeam)?[1] ?? "";
        ResearchProject = Defaults.Requests.ResourceName.TryParse(
            "units/{unit}/researchProjects/{research_project}", asked.ResearchProject)?[1] ?? "";
    }

    /// <summary>What was planned took place.</summary>
    public void Hold(DateOnly on, string place, int? audience)
    {
        RequireInForce();
        if (!IsPlanned)
        {
            throw ActivityErrors.NotPlanned(this);
        }

        (HappenedOn, IsPlanned, Place, Audience) = (on, false, place.Length > 0 ? place : Place, audience ?? Audience);
    }

    public void Comment(string author, string text, DateTimeOffset at)
    {
        RequireInForce();
        if (Comments.Count >= MostComments)
        {
            throw ActivityErrors.CommentsFull();
        }

        Comments = [.. Comments, new ActivityRemark(author, text, at)];
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
        ResourceName, Unit, Kind.UpperSnake(), IsPrivate ? "" : Title, HappenedOn, Person.Length == 0 ? null : Person, IsWithdrawn,
        NextVersion);

    internal void RequireInForce()
    {
        if (IsWithdrawn)
        {
            throw ActivityErrors.Withdrawn(this);
        }
    }
}
