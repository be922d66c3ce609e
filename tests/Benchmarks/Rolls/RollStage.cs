using System.Globalization;
using System.Text;
using StudySuite.Benchmarks.Load;
using StudySuite.Benchmarks.Suites;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Rolls;

/// <summary>
/// 400 units of 15 members, each with its secretary and 800 open rolls on which nobody is marked yet. Callers go from
/// unit to unit, as many secretaries at once do; no mark is sent twice.
/// </summary>
internal sealed class RollStage
{
    public const int Units = 400, Members = 15;
    public static readonly string HeldSession = $"session-0-{Rolls - 1}";
    private const int Rolls = 800, RollsForSingles = 200;
    private const string NoMessage = "{}";
    private const string NoNotice = """{"text":"","ics":"","sequence":-1,"issuedOn":null,"isLate":false,"rulebook":"","recipients":[]}""";
    private const string Service = "/studysuite.sessions.v1.RollService/";

    private readonly RunningSuite suite;
    private readonly string[] tokens =
        [.. Enumerable.Range(0, Units).Select(unit => TestTokens.Create($"secretary-{unit}", [$"StudySecretary:/bench/unit-{unit}/"], minutes: 240))];

    private long singles = -1, batches = -1;

    private RollStage(RunningSuite suite) => this.suite = suite;

    /// <summary>Marks that were accepted; the database must hold as many.</summary>
    public long Marked => Interlocked.Read(ref singles) + 1 + ((Interlocked.Read(ref batches) + 1) * Members);

    public static async Task<RollStage> SetAsync(RunningSuite suite)
    {
        foreach (var service in new[] { "sessions", "bulletin" })
        {
            await suite.ExecuteAsync(service,
                $"""
                insert into unit_view (code, name, kind, level, parent, path, "order", version)
                select 'unit-' || u, '单位' || u, 'PartyCommittee', 'Township', null, '/bench/unit-' || u || '/', u, 1
                from generate_series(0, {Units - 1}) u
                """);
        }

        await suite.ExecuteAsync("sessions",
            $"""
            insert into member_view (member, unit, person, name, post, role, kind, "order", "from", version)
            select 'units/unit-' || u || '/members/person-' || u || '-' || m, 'unit-' || u, 'person-' || u || '-' || m, '成员' || m,
                '委员', 'Member', 'Full', m, date '2020-01-01', 1
            from generate_series(0, {Units - 1}) u, generate_series(0, {Members - 1}) m;
            insert into attendance_roll (unit, session, held_on, is_closed, reopen_reason, version, created_at, updated_at)
            select 'unit-' || u, 'session-' || u || '-' || r, date '2023-06-01', false, '', 1, now(), now()
            from generate_series(0, {Units - 1}) u, generate_series(0, {Rolls - 1}) r;
            insert into study_session (unit, id, topic, forms, held_on, planned_on, material_volumes, notice, record, scheme, state, version,
                plan_item, cancel_reason, correction_reason, postpone_reason, unplanned_reason, notes_checked_by, scheme_approved_by,
                scheme_return_reason, created_at, updated_at)
            select 'unit-' || u, 'session-' || u || '-{Rolls - 1}', '学习贯彻党的二十大精神', '[1]', date '2023-06-01', date '2023-06-01', 2,
                '{NoNotice}', '{NoMessage}', '{NoMessage}', {(int)SessionState.Held}, 6, '', '', '', '', '', '', '', '', now(), now()
            from generate_series(0, {Units - 1}) u;
            """);
        await suite.ExecuteAsync("sessions", "vacuum analyze");
        return new RollStage(suite);
    }

    /// <summary>One member more on some unit's roll.</summary>
    public Task MarkOneAsync(ICaller caller)
    {
        var (at, unit) = Math.DivRem(Interlocked.Increment(ref singles), Units);
        return MarkAsync(caller, (int)unit, (int)(at / Members), (int)(at % Members), 1);
    }

    /// <summary>All members of a roll at once.</summary>
    public Task MarkAllAsync(ICaller caller)
    {
        var (at, unit) = Math.DivRem(Interlocked.Increment(ref batches), Units);
        return MarkAsync(caller, (int)unit, RollsForSingles + (int)at, 0, Members);
    }

    /// <summary>Reads some unit's roll of 15 lines.</summary>
    public Task ReadAsync(ICaller caller)
    {
        var unit = Random.Shared.Next(Units);
        var name = RollName(unit, Rolls - 1);
        return caller is RestCaller
            ? caller.CallAsync($"/sessions/v1/{name}", null, tokens[unit])
            : caller.CallAsync($"{Service}GetRoll", GrpcCaller.Frame(new GetRollRequest { Name = name }), tokens[unit]);
    }

    public async Task<ICaller> CallerAsync(bool isRest, string program) =>
        isRest ? await RestCaller.ConnectAsync(suite.Http(program)) : new GrpcCaller(suite.Grpc(program));

    public async Task<IReadOnlyList<ICaller>> CallersAsync(bool isRest, string program, int count)
    {
        var callers = new List<ICaller>(count);
        for (var i = 0; i < count; i++)
        {
            callers.Add(await CallerAsync(isRest, program));
        }

        return callers;
    }

    /// <summary>Until every event is sent and has taken effect, so that the next measurement starts on a quiet machine.</summary>
    public Task DrainAsync() => Wait.UntilAsync(
        async () =>
            await suite.CountAsync("sessions", "select count(*) from outbox_message where sent_at is null") == 0
            && await suite.CountAsync("sessions", "select count(*) from outbox_message where type = 'sessions.attendance-recorded.v1'")
                == await suite.CountAsync("bulletin", "select count(*) from inbox_message where consumer = 'bulletin-facts'"),
        "every event to have taken effect", TimeSpan.FromMinutes(3));

    /// <summary>
    /// And until the tables are known to the planner, as PostgreSQL sees to by itself within minutes: it plans for the
    /// empty tables of the beginning otherwise.
    /// </summary>
    public async Task SettleAsync()
    {
        await DrainAsync();
        await suite.ExecuteAsync("sessions", "vacuum analyze");
        await suite.ExecuteAsync("bulletin", "vacuum analyze");
    }

    /// <exception cref="InvalidOperationException">An accepted mark is not there.</exception>
    public async Task CheckAsync()
    {
        var there = await suite.CountAsync("sessions", "select count(*) from attendance");
        if (there != Marked)
        {
            throw new InvalidOperationException($"{Marked} marks were accepted, {there} are there.");
        }
    }

    private Task MarkAsync(ICaller caller, int unit, int roll, int first, int count)
    {
        var name = RollName(unit, roll);
        if (caller is RestCaller)
        {
            var marks = new StringBuilder("{\"marks\":[");
            for (var i = first; i < first + count; i++)
            {
                marks.Append(
                    CultureInfo.InvariantCulture,
                    $"{(i > first ? "," : "")}{{\"person\":\"people/person-{unit}-{i}\",\"status\":\"ATTENDANCE_STATUS_PRESENT\"}}");
            }

            return caller.CallAsync($"/sessions/v1/{name}:mark", Encoding.ASCII.GetBytes(marks.Append("]}").ToString()), tokens[unit]);
        }

        var request = new MarkAttendanceRequest { Name = name };
        request.Marks.AddRange(Enumerable.Range(first, count).Select(i => new AttendanceMark
        {
            Person = $"people/person-{unit}-{i}", Status = AttendanceStatus.Present,
        }));
        return caller.CallAsync($"{Service}MarkAttendance", GrpcCaller.Frame(request), tokens[unit]);
    }

    private static string RollName(int unit, int roll) => $"units/unit-{unit}/sessions/session-{unit}-{roll}/roll";
}
