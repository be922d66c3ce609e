using System.Globalization;
using Npgsql;
using StudySuite.Benchmarks.Suites;

namespace StudySuite.Benchmarks.Rolls;

/// <summary>What pgbench sends for a mark.</summary>
internal enum Statements
{
    /// <summary>All that the service sends: lock, read, marks, audit entry, event.</summary>
    All,

    /// <summary>Only the writes, the least that any program would have to send.</summary>
    Writes,
}

/// <summary>
/// PostgreSQL's own load generator on a mark: one durable commit of the roll's line and version, the audit entry and the
/// event. On copies of the tables, so that nobody sends its events or seals its entries.
/// </summary>
internal sealed class Pgbench : IDisposable
{
    private const string Schema = "bench";

    // One new mark a transaction, from unit to unit as the callers do; :n is kept from one transaction to the next.
    private static readonly string Begin =
        $"""
        \set at :first + :n * :clients + :client_id
        \set n :n + 1
        \set unit :at % {RollStage.Units}
        \set k :at / {RollStage.Units}
        \set roll :k / {RollStage.Members}
        \set member :k % {RollStage.Members}
        begin;

        """;

    private const string LockAndRead =
        """
        update attendance_roll set version = version where unit = 'unit-' || :unit and session = 'session-' || :unit || '-' || :roll;
        select held_on, version, is_closed from attendance_roll where unit = 'unit-' || :unit and session = 'session-' || :unit || '-' || :roll;
        select person, name, post, kind, "from", "to" from member_view where unit = 'unit-' || :unit order by "order", member;
        select person, status, remark, marked_at from attendance where unit = 'unit-' || :unit and session = 'session-' || :unit || '-' || :roll;

        """;

    // The spaces in the JSON keep pgbench from taking its figures for variables.
    private const string Writes =
        """
        insert into attendance (unit, session, person, status, remark, marked_by, marked_at)
            select 'unit-' || :unit, 'session-' || :unit || '-' || :roll, m.person, m.status, m.remark, 'secretary-' || :unit, coalesce(m.at, now())
            from jsonb_to_recordset(
                ('[{"person": "person-' || :unit || '-' || :member || '","status": 1,"remark": "","former": 0,"at": null}]')::jsonb)
                as m(person text, status int, remark text, at timestamptz)
            on conflict (unit, session, person) do update set status = excluded.status, remark = excluded.remark,
                marked_by = excluded.marked_by, marked_at = excluded.marked_at;
        update attendance_roll set version = version + 1 where unit = 'unit-' || :unit and session = 'session-' || :unit || '-' || :roll;
        insert into audit_entry (action, actor, at, outcome, resource, source, trace_id)
            values ('RollService/MarkAttendance', 'secretary-' || :unit, now(), 'OK',
                'units/unit-' || :unit || '/sessions/session-' || :unit || '-' || :roll || '/roll', '127.0.0.1', '4bf92f3577b34da6a3ce929d0e0e4736');
        insert into outbox_message (attempts, body, created_at, due_at, message_id, partition_key, trace_parent, type)
            values (0, '{"session": "units/unit-' || :unit || '/sessions/session-' || :unit || '-' || :roll || '","unit": "unit-' || :unit || '","heldOn": "2023-06-01",'
                || '"expected": 15,"present": 1,"onLeave": 0,"absent": 0,"version": 2,"attending": 0,"isClosed": false}',
                now(), now(), gen_random_uuid(), 'units/unit-' || :unit || '/sessions/session-' || :unit || '-' || :roll || '/roll',
                '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'sessions.attendance-recorded.v1');
        commit;

        """;

    private readonly RunningSuite suite;
    private readonly string program;
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("studysuite-bench-").FullName;
    private long first;

    private Pgbench(RunningSuite suite, string program) => (this.suite, this.program) = (suite, program);

    public static async Task<Pgbench> SetAsync(RunningSuite suite)
    {
        var pgbench = new Pgbench(suite, Find());
        await File.WriteAllTextAsync(pgbench.ScriptOf(Statements.All), Begin + LockAndRead + Writes);
        await File.WriteAllTextAsync(pgbench.ScriptOf(Statements.Writes), Begin + Writes);
        var tables = string.Join('\n', new[] { "attendance", "attendance_roll", "audit_entry", "outbox_message" }
            .Select(table => $"create table {Schema}.{table} (like public.{table} including all);"));
        await suite.ExecuteAsync("sessions",
            $"create schema {Schema}; {tables} insert into {Schema}.attendance_roll select * from public.attendance_roll;");
        await suite.ExecuteAsync("sessions", $"vacuum analyze {Schema}.attendance_roll");
        return pgbench;
    }

    /// <param name="time">Rounded up to whole seconds, which is all that pgbench takes.</param>
    /// <returns>Transactions per second.</returns>
    public async Task<double> RunAsync(Statements statements, int clients, TimeSpan time)
    {
        var address = new NpgsqlConnectionStringBuilder(suite.Database("sessions"));
        var output = await Programs.RunAsync(
            program,
            [
                "-n", "-M", "prepared", "-f", ScriptOf(statements), "-h", address.Host!, "-p", $"{address.Port}", "-U", address.Username!,
                "-c", $"{clients}", "-j", $"{Math.Min(clients, Environment.ProcessorCount)}", "-T", $"{(int)Math.Ceiling(time.TotalSeconds)}",
                "-D", $"first={first}", "-D", "n=0", "-D", $"clients={clients}", address.Database!,
            ],
            new Dictionary<string, string> { ["PGPASSWORD"] = address.Password!, ["PGOPTIONS"] = $"-c search_path={Schema},public" });
        // Clients do not keep step, so that the marks of a run lie further apart than it has transactions.
        first += clients + (2 * (long)Figure("actually processed: "));
        return Figure("tps = ");

        double Figure(string after) => output.Split(after) is [_, var rest, ..]
            ? double.Parse(rest.Split(' ', '\n', '/')[0], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench does not say \"{after}\": {output}");
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private string ScriptOf(Statements statements) => Path.Combine(folder, $"{statements}.sql");

    private static string Find()
    {
        const string packages = "/usr/lib/postgresql";
        var folders = (System.IO.Directory.Exists(packages) ? System.IO.Directory.GetDirectories(packages) : [])
            .OrderDescending().Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return folders.Select(folder => Path.Combine(folder, "pgbench")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("pgbench is not here; it comes with PostgreSQL's programs.");
    }
}
