using System.Globalization;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Rolls;

internal sealed partial class RollService
{
    /// <summary>
    /// Three round trips, whatever the size of the batch: lock and read; marks, audit and outbox; commit.
    /// </summary>
    public override async Task<MarkAttendanceResponse> MarkAttendance(MarkAttendanceRequest request, ServerCallContext context)
    {
        var name = SessionName.Parse(request.Name, "roll");
        var wrong = new Violations();
        var marks = CheckMarks(request.Marks, wrong);
        wrong.ThrowIfAny();

        return await db.InTransactionAsync(
            async () =>
            {
                var sheet = await rolls.LockAndReadAsync(name, context.CancellationToken);
                return await MarkAsync(sheet ?? throw await WhyNoRollAsync(name, context), marks, context);
            },
            context.CancellationToken);
    }

    private async Task<MarkAttendanceResponse> MarkAsync(RollSheet sheet, List<Mark> marks, ServerCallContext context)
    {
        if (sheet.IsClosed)
        {
            throw RollErrors.Closed($"{sheet.Session}/roll");
        }

        CheckMembers(sheet, marks);
        var entries = sheet.Entries.ToDictionary(entry => entry.Person);
        var changed = marks.Where(mark => !mark.Is(entries[mark.Person])).ToList();
        if (changed.Count == 0)
        {
            return Answer(sheet, 0, sheet.Version);
        }

        var after = sheet.With(changed);
        await MarkWriter.WriteAsync(
            db, sheet, changed, context.Caller().Person, clock.GetUtcNow(), after.ToEvent(sheet.Version + 1, isClosed: false),
            context.CancellationToken);

        return Answer(after, changed.Count, sheet.Version + 1);
    }

    private static MarkAttendanceResponse Answer(RollSheet sheet, int changed, long version) => new()
    {
        Totals = sheet.Totals(), Changed = changed, Etag = version.ToString(CultureInfo.InvariantCulture),
    };

    /// <param name="part">Where in a line of the request the mark stands, such as <c>.mark</c>.</param>
    private static List<Mark> CheckMarks(IReadOnlyList<AttendanceMark> asked, Violations wrong, string part = "")
    {
        wrong.Range("marks", asked.Count, 1, 200);
        var marks = new List<Mark>(asked.Count);
        var seen = new HashSet<string>();
        for (var i = 0; i < asked.Count; i++)
        {
            var (mark, at) = (asked[i], $"marks[{i}]{part}");
            var person = wrong.Person($"{at}.person", mark.Person);
            wrong.AddIf(mark.Person.Length == 0, $"{at}.person", "FIELD_REQUIRED")
                .AddIf(person.Length > 0 && !seen.Add(person), $"{at}.person", "PERSON_REPEATED")
                .Enum($"{at}.status", mark.Status)
                .OptionalText($"{at}.remark", mark.Remark);
            marks.Add(new Mark(person, mark.Status, mark.Remark));
        }

        return marks;
    }

    private static void CheckMembers(RollSheet sheet, List<Mark> marks, string part = "")
    {
        var full = sheet.Entries.ToDictionary(entry => entry.Person, entry => entry.IsFull);
        var wrong = new Violations();
        for (var i = 0; i < marks.Count; i++)
        {
            var (mark, at) = (marks[i], $"marks[{i}]{part}");
            var isMember = full.TryGetValue(mark.Person, out var isFull);
            wrong.AddIf(!isMember, $"{at}.person", "PERSON_NOT_MEMBER", ("person", mark.Person))
                .AddIf(isFull && mark.Status == AttendanceStatus.Attending, $"{at}.status", "ATTENDING_NOT_FOR_FULL_MEMBER");
        }

        wrong.ThrowIfAny();
    }

    private async Task<DomainError> WhyNoRollAsync(SessionName name, ServerCallContext context)
    {
        await db.FindSessionAsync(name, context);
        return RollErrors.NotOpen($"{name}/roll");
    }
}
