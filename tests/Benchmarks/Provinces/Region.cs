using StudySuite.Benchmarks.Suites;
using StudySuite.Bulletin.Indicators;
using StudySuite.Sessions.Search;
using StudySuite.Sessions.V1;

namespace StudySuite.Benchmarks.Provinces;

/// <summary>
/// So many counties with 100 units each, a year of sessions behind them: the rows that the services would have written,
/// put into their tables by the database itself. Only the last session of each unit has nobody marked yet.
/// </summary>
internal sealed record Region(int Counties, bool HasProvince)
{
    public const int UnitsACounty = 100, SessionsAUnit = 20;
    public const string Topic = "学习贯彻党的二十大精神", RareWord = "乡村振兴";

    private const string NoMessage = "{}";
    private const string NoNotice = """{"text":"","ics":"","sequence":-1,"issuedOn":null,"isLate":false,"rulebook":"","recipients":[]}""";

    private string Above => HasProvince ? "/province/" : "/";

    public string PathOf(int county) => $"{Above}county-{county}/";

    public static string Unit(int county, int unit) => $"unit-{county}-{unit}";

    public async Task LoadAsync(RunningSuite suite)
    {
        await Task.WhenAll(LoadSessionsAsync(suite), LoadBulletinAsync(suite));
        await suite.ExecuteAsync("sessions", "vacuum analyze");
        await suite.ExecuteAsync("bulletin", "vacuum analyze");
    }

    // Units of 12 and 13 members in turn: 12.5 on average.
    private string Members => "generate_series(0, 11 + u % 2) m";

    private string Units => $"generate_series(0, {Counties - 1}) c, generate_series(0, {UnitsACounty - 1}) u";

    private string UnitViews =>
        $"""
        insert into unit_view (code, name, kind, level, parent, path, "order", version)
        select 'county-' || c, '县' || c, 'PartyCommittee', 'County', null, '{Above}county-' || c || '/', c, 1
        from generate_series(0, {Counties - 1}) c;
        insert into unit_view (code, name, kind, level, parent, path, "order", version)
        select 'unit-' || c || '-' || u, '单位' || u, 'PartyCommittee', 'Township', 'county-' || c,
            '{Above}county-' || c || '/unit-' || c || '-' || u || '/', u, 1
        from {Units};
        """;

    private Task LoadSessionsAsync(RunningSuite suite)
    {
        var common = SearchText.Normalise(Topic);
        var rare = SearchText.Normalise($"{Topic} {RareWord}");
        return suite.ExecuteAsync("sessions",
            $"""
            {UnitViews}
            insert into member_view (member, unit, person, name, post, role, kind, "order", "from", version)
            select 'units/unit-' || c || '-' || u || '/members/person-' || c || '-' || u || '-' || m, 'unit-' || c || '-' || u,
                'person-' || c || '-' || u || '-' || m, '成员' || m, '委员', 'Member', 'Full', m, date '2020-01-01', 1
            from {Units}, {Members};
            insert into study_session (unit, id, topic, forms, held_on, planned_on, material_volumes, notice, record, scheme, state, version,
                plan_item, cancel_reason, correction_reason, postpone_reason, unplanned_reason, notes_checked_by, scheme_approved_by,
                scheme_return_reason, created_at, updated_at)
            select 'unit-' || c || '-' || u, 'session-' || s, '{Topic}', '[1]', date '2023-01-10' + s * 18, date '2023-01-10' + s * 18, 2,
                '{NoNotice}', '{NoMessage}', '{NoMessage}',
                case s when {SessionsAUnit - 1} then {(int)SessionState.Held} else {(int)SessionState.Archived} end, 6, '', '', '', '', '', '', '', '', now(), now()
            from {Units}, generate_series(0, {SessionsAUnit - 1}) s;
            insert into search_entry (unit, kind, id, session, audience, title, happened_on, text, pairs)
            select unit, {(int)SearchKind.Session}, id, id, {(int)SearchAudience.Plans}, topic, held_on,
                case when is_rare then '{rare}' else '{common}' end,
                case when is_rare then '{SearchText.Pairs(rare)}' else '{SearchText.Pairs(common)}' end
            from (select *, id = 'session-7' and right(unit, 2) = '-7' as is_rare from study_session) s;
            insert into attendance_roll (unit, session, held_on, is_closed, reopen_reason, version, created_at, updated_at)
            select unit, id, held_on, false, '', case when id = 'session-{SessionsAUnit - 1}' then 1 else 2 end, now(), now()
            from study_session;
            insert into attendance (unit, session, person, status, remark, marked_by, marked_at)
            select r.unit, r.session, m.person, {(int)AttendanceStatus.Present}, '', 'secretary', now()
            from attendance_roll r join member_view m on m.unit = r.unit where r.version = 2;
            """);
    }

    private Task LoadBulletinAsync(RunningSuite suite)
    {
        var (held, expected, present) =
            (IndicatorDictionary.CollectiveSessions, IndicatorDictionary.ExpectedPersonTimes, IndicatorDictionary.PresentPersonTimes);
        var session = "'units/unit-' || c || '-' || u || '/sessions/session-' || s";
        return suite.ExecuteAsync("bulletin",
            $"""
            {UnitViews}
            insert into counted_record (source, stream, version, title, category)
            select {session}, stream, 2, '', ''
            from {Units}, generate_series(0, {SessionsAUnit - 2}) s, (values ('held'), ('attendance')) as v(stream);
            insert into fact (source, stream, indicator, unit, day, value)
            select {session}, stream, indicator, 'unit-' || c || '-' || u, date '2023-01-10' + s * 18,
                case stream when 'held' then 1 else 12 + u % 2 end
            from {Units}, generate_series(0, {SessionsAUnit - 2}) s,
                (values ('held', '{held.Key}'), ('attendance', '{expected.Key}'), ('attendance', '{present.Key}')) as v(stream, indicator);
            """);
    }
}
