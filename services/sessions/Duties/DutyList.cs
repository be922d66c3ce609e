using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Duties;

/// <summary>
/// The checklist of every session (DOMAIN §4): the county office sends the notice and sees to the venue, the publicity
/// department to agenda, sign-in and materials. What was entered anyway ticks its line by itself.
/// </summary>
internal static class DutyList
{
    public static readonly IReadOnlyList<(DutyKind Kind, string Id, DutyOwner Owner, Role Role)> Lines =
    [
        (DutyKind.Notice, "notice", DutyOwner.CountyOffice, Role.CountyOffice),
        (DutyKind.Venue, "venue", DutyOwner.CountyOffice, Role.CountyOffice),
        (DutyKind.Agenda, "agenda", DutyOwner.Publicity, Role.Publicity),
        (DutyKind.SignIn, "sign-in", DutyOwner.Publicity, Role.Publicity),
        (DutyKind.Materials, "materials", DutyOwner.Publicity, Role.Publicity),
    ];

    public static string NameOf(SessionName session, DutyKind kind) =>
        $"{session}/duties/{Lines.Single(line => line.Kind == kind).Id}";

    /// <param name="leadDays">Rule notice.lead_days: notice and materials go out that long before.</param>
    /// <param name="isRollClosed">Nobody has to say again that there was a sign-in.</param>
    public static IEnumerable<Duty> Of(
        StudySession session, IReadOnlyCollection<DutyTick> ticks, bool isRollClosed, int leadDays, DateOnly today) =>
        Lines.Select(line =>
        {
            var tick = ticks.FirstOrDefault(tick => tick.Kind == line.Kind);
            var known = tick?.DoneOn ?? KnownOn(session, line.Kind, isRollClosed);
            var dueOn = line.Kind is DutyKind.SignIn ? session.PlannedOn : session.PlannedOn.AddDays(-leadDays);
            return new Duty
            {
                Name = $"{session.ResourceName}/duties/{line.Id}",
                Kind = line.Kind,
                Owner = line.Owner,
                DueOn = dueOn.ToText(),
                IsDone = known is not null,
                DoneOn = known.ToText(),
                DoneBy = tick?.DoneBy ?? "",
                Note = tick?.Note ?? "",
                Topic = session.Topic,
                IsLate = known is null && dueOn < today && session.State != SessionState.Cancelled,
            };
        });

    private static DateOnly? KnownOn(StudySession session, DutyKind kind, bool isRollClosed) => kind switch
    {
        DutyKind.Notice => session.Notice.IssuedOn,
        DutyKind.Agenda => session.SchemeApprovedOn,
        DutyKind.SignIn when isRollClosed => session.HeldOn,
        _ => null,
    };
}
