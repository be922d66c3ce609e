using Google.Protobuf.WellKnownTypes;
using StudySuite.Sessions.Notices;
using static StudySuite.Sessions.V1.SessionState;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class StudySession
{
    /// <summary>Whoever changes content that the leader has passed needs the leader again.</summary>
    public void WriteScheme(IEnumerable<string> fields, V1.Scheme asked)
    {
        Require(Planned, Postponed);
        var scheme = Scheme.Clone();
        Content.Take(fields, asked, scheme);
        (Scheme, SchemeApprovedBy, SchemeApprovedOn) = (scheme, "", null);
    }

    public void SubmitScheme()
    {
        Require(Planned, Postponed);
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

    public void ApproveScheme(string person, DateOnly on)
    {
        Require(SchemeSubmitted);
        (SchemeApprovedBy, SchemeApprovedOn, State) = (person, on, SchemeApproved);
    }

    public void ReturnScheme(string reason)
    {
        Require(SchemeSubmitted, SchemeApproved, Notified);
        (SchemeReturnReason, SchemeApprovedBy, SchemeApprovedOn, State) = (reason, "", null, Planned);
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

    private void MoveScheme(int days)
    {
        var scheme = Scheme.Clone();
        scheme.StartTime = Moved(scheme.StartTime);
        scheme.EndTime = Moved(scheme.EndTime);
        Scheme = scheme;

        Timestamp? Moved(Timestamp? time) => time is null ? null : time + Duration.FromTimeSpan(TimeSpan.FromDays(days));
    }
}
