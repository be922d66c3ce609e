using System.Globalization;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Errors;
using StudySuite.Messaging;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Rolls;

internal sealed partial class RollService
{
    /// <summary>Five round trips, whatever the size of the batch: lock, read, marks, audit and outbox, commit.</summary>
    public override async Task<MarkAttendanceResponse> MarkAttendance(MarkAttendanceRequest request, ServerCallContext context)
    {
        var name = SessionName.Parse(request.Name, "roll");
        var wrong = new Violations();
        var marks = CheckMarks(request, wrong);
        wrong.ThrowIfAny();

        return await db.InTransactionAsync(
            async () =>
            {
                var sheet = await rolls.TakeLockAsync(name, context.CancellationToken)
                    ? await rolls.ReadAsync(name, context.CancellationToken)
                    : null;
                return sheet is null ? throw await WhyNoRollAsync(name, context) : await MarkAsync(sheet, marks, context);
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
        var changed = marks.Where(mark => entries[mark.Person] is var entry
            && (entry.Status != mark.Status || entry.Remark != mark.Remark)).ToList();
        if (changed.Count == 0)
        {
            return Answer(sheet, 0, sheet.Version);
        }

        var after = sheet.With(changed);
        await MarkWriter.WriteAsync(
            db, sheet, changed, context.Caller().Person, clock.GetUtcNow(), raisesVersion: true, context.CancellationToken);
        db.Audit($"{sheet.Session}/roll");
        db.Enqueue(after.ToEvent(sheet.Version + 1, isClosed: false));
        await db.SaveChangesAsync(context.CancellationToken);

        return Answer(after, changed.Count, sheet.Version + 1);
    }

    private static MarkAttendanceResponse Answer(RollSheet sheet, int changed, long version) => new()
    {
        Totals = sheet.Totals(), Changed = changed, Etag = version.ToString(CultureInfo.InvariantCulture),
    };

    private static List<Mark> CheckMarks(MarkAttendanceRequest request, Violations wrong)
    {
        wrong.Range("marks", request.Marks.Count, 1, 200);
        var marks = new List<Mark>(request.Marks.Count);
        var seen = new HashSet<string>();
        for (var i = 0; i < request.Marks.Count; i++)
        {
            var mark = request.Marks[i];
            var person = wrong.Person($"marks[{i}].person", mark.Person);
            wrong.AddIf(mark.Person.Length == 0, $"marks[{i}].person", "FIELD_REQUIRED")
                .AddIf(person.Length > 0 && !seen.Add(person), $"marks[{i}].person", "PERSON_REPEATED")
                .Enum($"marks[{i}].status", mark.Status)
                .OptionalText($"marks[{i}].remark", mark.Remark);
            marks.Add(new Mark(person, mark.Status, mark.Remark));
        }

        return marks;
    }

    private static void CheckMembers(RollSheet sheet, List<Mark> marks)
    {
        var full = sheet.Entries.ToDictionary(entry => entry.Person, entry => entry.IsFull);
        var wrong = new Violations();
        for (var i = 0; i < marks.Count; i++)
        {
            var isMember = full.TryGetValue(marks[i].Person, out var isFull);
            wrong.AddIf(!isMember, $"marks[{i}].person", "PERSON_NOT_MEMBER", ("person", marks[i].Person));
            wrong.AddIf(
                isFull && marks[i].Status == AttendanceStatus.Attending, $"marks[{i}].status", "ATTENDING_NOT_FOR_FULL_MEMBER");
        }

        wrong.ThrowIfAny();
    }

    private async Task<DomainError> WhyNoRollAsync(SessionName name, ServerCallContext context)
    {
        await db.FindSessionAsync(name, context);
        return RollErrors.NotOpen($"{name}/roll");
    }
}
