using Google.Protobuf.WellKnownTypes;
using StudySuite.Sessions.Notices;
using static StudySuite.Sessions.V1.SessionState;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class StudySession
{
    /// <summary>What the plan names is in the scheme from the beginning.</summary>
    public void DraftScheme(IEnumerable<string> keynoteSpeakers, IEnumerable<string> readingList)
    {
        Require(Planned);
        Scheme = new V1.Scheme { KeynoteSpeakers = { keynoteSpeakers }, ReadingList = { readingList } };
    }

    /// <summary>Whoever changes content that the leader has passed needs the leader again.</summary>
    public void WriteScheme(IEnumerable<string> fields, V1.Scheme asked)
    {
        Require(Planned, Postponed);
        var scheme = Scheme.Clone();
        Content.Take(fields, asked, scheme);
        (Scheme, SchemeApprovedBy, SchemeApprovedFor, SchemeApprovedOn) = (scheme, "", "", null);
    }

    /// <param name="leader">Name of the group's leader, who chairs unless somebody else is named.</param>
    public void SubmitScheme(string leader)
    {
        Require(Planned, Postponed);
        if (Scheme.Chair.Length == 0)
        {
            var scheme = Scheme.Clone();
            scheme.Chair = leader;
            Scheme = scheme;
        }

        var missing = new List<string>();
        AddIf(Scheme.StartTime is null, "start_time");
        AddIf(Scheme.Place.Length == 0, "place");
        AddIf(Scheme.Chair.Length == 0, "chair");
        AddIf(Scheme.Agenda.Count == 0, "agenda");
        if (missing.Count > 0)
        {
            throw SessionErrors.SchemeIncomplete(this, missing);
        }

        State = SchemeSubmitted;

        void AddIf(bool isMissing, string field)
        {
            if (isMissing)
            {
                missing.Add(field);
            }
        }
    }

    /// <param name="actsFor">The leader for whom a deputy decides; empty when the leader does.</param>
    public void ApproveScheme(string person, string actsFor, DateOnly on)
    {
        Require(SchemeSubmitted);
        (SchemeApprovedBy, SchemeApprovedFor, SchemeApprovedOn, State) = (person, actsFor, on, SchemeApproved);
    }

    public void ReturnScheme(string reason)
    {
        Require(SchemeSubmitted, SchemeApproved, Notified);
        (SchemeReturnReason, SchemeApprovedBy, SchemeApprovedFor, SchemeApprovedOn, State) = (reason, "", "", null, Planned);
    }

    /// <summary>The first issue, or a new one after a change of day.</summary>
    public void Notify(Notice notice)
    {
        Require(SchemeApproved, Notified, Postponed);
        Notice = notice;
        State = Notified;
    }

    public void RequireApprovedScheme()
    {
        if (SchemeApprovedOn is null)
        {
            throw SessionErrors.SchemeNotApproved(this);
        }
    }

    /// <summary>To the same hours of another day.</summary>
    private void MoveScheme(DateOnly to)
    {
        if (Scheme.StartTime is null)
        {
            return;
        }

        var shift = Duration.FromTimeSpan(TimeSpan.FromDays(to.DayNumber - NoticeText.DayOf(Scheme).DayNumber));
        var scheme = Scheme.Clone();
        scheme.StartTime += shift;
        scheme.EndTime = scheme.EndTime is null ? null : scheme.EndTime + shift;
        Scheme = scheme;
    }
}
