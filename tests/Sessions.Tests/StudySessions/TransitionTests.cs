using Google.Protobuf.WellKnownTypes;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;
using static StudySuite.Sessions.V1.SessionState;

namespace StudySuite.Sessions.Tests.StudySessions;

/// <summary>Every verb of a session from every state: where it is allowed and where it leads.</summary>
public sealed class TransitionTests
{
    private static readonly DateOnly Day = new(2023, 3, 20);

    private static readonly Dictionary<SessionState, Action<StudySession>[]> WaysTo = new()
    {
        [Planned] = [],
        [Postponed] = [Postpone],
        [SchemeSubmitted] = [Submit],
        [SchemeApproved] = [Submit, Approve],
        [Notified] = [Submit, Approve, Notify],
        [Held] = [Submit, Approve, Notify, Hold],
        [Recorded] = [Submit, Approve, Notify, Hold, SubmitRecord],
        [SessionState.Complete] = [Submit, Approve, Notify, Hold, SubmitRecord, Complete],
        [Archived] = [Submit, Approve, Notify, Hold, SubmitRecord, Complete, Archive],
        [Cancelled] = [Cancel],
    };

    private static readonly Dictionary<string, (Action<StudySession> Do, SessionState[] From, SessionState? To)> Verbs = new()
    {
        ["plan"] = (Plan, [Planned, Postponed], null),
        ["write the scheme"] = (WriteScheme, [Planned, Postponed], null),
        ["submit the scheme"] = (Submit, [Planned, Postponed], SchemeSubmitted),
        ["approve the scheme"] = (Approve, [SchemeSubmitted], SchemeApproved),
        ["return the scheme"] = (session => session.ReturnScheme("r"), [SchemeSubmitted, SchemeApproved, Notified], Planned),
        ["notify"] = (Notify, [SchemeApproved, Notified, Postponed], Notified),
        ["postpone"] = (Postpone, [Planned, Postponed, SchemeSubmitted, SchemeApproved, Notified], Postponed),
        ["cancel"] = (Cancel, [Planned, Postponed, SchemeSubmitted, SchemeApproved, Notified], Cancelled),
        ["hold"] = (Hold, [Notified], Held),
        ["correct"] = (session => session.Correct(ThePlan, Day, null, 0, "r"), [Held, Recorded, SessionState.Complete], null),
        ["write the record"] = (WriteRecord, [Held, Recorded], null),
        ["submit the record"] = (SubmitRecord, [Held], Recorded),
        ["complete"] = (Complete, [Recorded], SessionState.Complete),
        ["reopen"] = (session => session.Reopen("r"), [SessionState.Complete], Recorded),
        ["archive"] = (Archive, [SessionState.Complete], Archived),
    };

    public static TheoryData<string, SessionState> All => new(
        Verbs.Keys.SelectMany(verb => WaysTo.Keys.Select(state => (verb, state))));

    [Theory]
    [MemberData(nameof(All))]
    public void Verb_FromState_IsDoneOrRefused(string verb, SessionState state)
    {
        var (act, from, to) = Verbs[verb];
        var session = In(state);

        var refusal = Xunit.Record.Exception(() => act(session));

        if (from.Contains(state))
        {
            Assert.Null(refusal);
            Assert.Equal(to ?? state, session.State);
        }
        else
        {
            Assert.Equal("SESSION_WRONG_STATE", Assert.IsType<DomainError>(refusal).Reason);
            Assert.Equal(state, session.State);
        }
    }

    [Fact]
    public void States_OfTheContract_AreAllWalked() =>
        Assert.Equal(System.Enum.GetValues<SessionState>().Where(state => state != Unspecified).Order(), WaysTo.Keys.Order());

    private static SessionPlan ThePlan => new("学习", [SessionForm.Discussion], null, null, "增学", Day);

    private static StudySession In(SessionState state)
    {
        var session = new StudySession("xinxiang-kegong", "march");
        Plan(session);
        WriteScheme(session);
        foreach (var step in WaysTo[state])
        {
            step(session);
        }

        Assert.Equal(state, session.State);
        return session;
    }

    private static void Plan(StudySession session) => session.Plan(ThePlan);

    private static void WriteScheme(StudySession session) => session.WriteScheme(["start_time", "place", "agenda"], new Scheme
    {
        StartTime = Timestamp.FromDateTime(Day.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc)),
        Place = "三楼",
        Agenda = { new AgendaItem { Item = "研讨" } },
    });

    private static void Submit(StudySession session) => session.SubmitScheme("李组长");

    private static void Approve(StudySession session) => session.ApproveScheme("people/p-leader", "", Day);

    private static void Notify(StudySession session) =>
        session.Notify(StudySuite.Sessions.Notices.Notice.None with { Sequence = 0, Text = "通知", IssuedOn = Day });

    private static void Postpone(StudySession session) => session.Postpone(Day.AddDays(1), "r");

    private static void Cancel(StudySession session) => session.Cancel("r", new DateTimeOffset(2023, 3, 1, 0, 0, 0, TimeSpan.Zero));

    private static void Hold(StudySession session) => session.Hold(Day, null, null);

    private static void WriteRecord(StudySession session) => session.WriteRecord(
        ["recorder", "content", "conclusions"], new V1.Record { Recorder = "周秘书", Content = "学习", Conclusions = "落实" }, "周秘书", "");

    private static void SubmitRecord(StudySession session)
    {
        if (session.State == Held)
        {
            WriteRecord(session);
        }

        session.SubmitRecord(needsFiling: false);
    }

    private static void Complete(StudySession session) => session.Complete();

    private static void Archive(StudySession session) => session.Archive();
}
