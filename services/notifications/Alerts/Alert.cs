using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;

namespace StudySuite.Notifications.Alerts;

internal enum AlertKind
{
    SessionNotice = 1,
    MakeUpAssigned,
    PlanReturned,
    RectificationNotice,
    RectificationDeadline,
    RectificationReported,
    RectificationReturned,
    RectificationAccepted,
    LookBackPassed,
    LookBackFailed,
    BulletinIssued,
    SuggestionAnswered,
    SuggestionMade,
    SessionCancelled,
    ObservationAnnounced,
    ObservationFeedback,
    TopicCampaign,
    TopicProposalAnswered,
    ArrangementIssued,
    ArrangementAmended,
    ArrangementWithdrawn,
    PlanFiled,
    PlanAccepted,
    PlanFilingDeadline,
    BulletinReminded,
    MakeUpDeadline,
    MaterialsDistributed,
    ArchiveDeadline,
    MemberObligations,
    DelegationBegun = 30,
    DelegationEnded,
    CredentialReset,
    CredentialResetReported,
    LookBackDeadline = 40,
    ObservationFeedbackDeadline,
    ObservationFeedbackHandedIn,
    RectificationExtended,
    RectificationExtensionRequested,
    RectificationExtensionRefused,
    AssessmentShown,
    AssessmentFinalised,
    UnitsNotObserved,
}

internal enum AlertLevel
{
    Info = 1,
    Action,
    DueSoon,
    Due,
    Overdue,
    Escalated,
}

/// <summary>
/// Something that must be known, stored once with whom it is for. Who that is in person is found when an inbox is
/// read, so that an appointment that becomes known after the alert loses nothing.
/// </summary>
internal sealed class Alert : IOwnedByUnit
{
    private Alert()
    {
    }

    public string Id { get; private set; } = ResourceName.NewId();

    public AlertKind Kind { get; private init; }

    public AlertLevel Level { get; private init; }

    /// <summary>Resource name of what it is about.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Code of the unit it is about; empty when it is about none.</summary>
    public string Unit { get; private init; } = "";

    /// <summary>
    /// Version of the subject that the event told of. Unique with subject, kind and level: a repeated event adds
    /// nothing, the same step in a later round does.
    /// </summary>
    public long SubjectVersion { get; private init; }

    /// <summary>Document number, when the subject has one.</summary>
    public string Number { get; private init; } = "";

    /// <summary>The day it speaks of: when it is due, or when the session begins.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>Time of that day in China, when it matters.</summary>
    public TimeOnly? Time { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When the deadline was met; null while it stands and for all that is no deadline.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>Id of the newer alert of the same kind on the same subject that stands for this one in inboxes.</summary>
    public string? SupersededBy { get; private set; }

    /// <summary>How many earlier alerts this one stands for.</summary>
    public int Repeats { get; private set; }

    public List<Audience> Audiences { get; private init; } = [];

    public static Alert Of(
        AlertKind kind, AlertLevel level, string subject, string unit, long version, DateTimeOffset now,
        string number = "", DateOnly? day = null, TimeOnly? time = null) => new()
        {
            Kind = kind,
            Level = level,
            Subject = subject,
            Unit = unit,
            SubjectVersion = version,
            Number = number,
            Day = day,
            Time = time,
            CreatedAt = now,
        };

    public Alert For(params IEnumerable<string> holders)
    {
        Audiences.AddRange(holders.Distinct().Select(holder => new Audience { Alert = Id, Holder = holder }));
        return this;
    }

    public void Clear(DateTimeOffset now) => ClearedAt ??= now;

    public bool IsNewerThan(Alert other) =>
        SubjectVersion > other.SubjectVersion || (SubjectVersion == other.SubjectVersion && Level > other.Level);

    /// <summary>Whoever sees the other sees this one too.</summary>
    public bool ReachesAllOf(Alert other) =>
        !other.Audiences.Select(audience => audience.Holder).Except(Audiences.Select(audience => audience.Holder)).Any();

    public void StandFor(Alert older)
    {
        older.SupersededBy = Id;
        Repeats += older.Repeats + 1;
    }
}
