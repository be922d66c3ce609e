using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Rolls;

internal sealed partial class RollService
{
    public override async Task<UploadSheetResponse> UploadSheet(UploadSheetRequest request, ServerCallContext context)
    {
        var name = SessionName.Parse(request.Name, "roll");
        var wrong = new Violations();
        var marks = CheckSheet(request, wrong);
        wrong.ThrowIfAny();

        return await db.InTransactionAsync(
            async () =>
            {
                var sheet = await rolls.LockAndReadAsync(name, context.CancellationToken);
                return await MergeAsync(sheet ?? throw await WhyNoRollAsync(name, context), marks, context);
            },
            context.CancellationToken);
    }

    /// <summary>What somebody marked on the server later than the device did stays.</summary>
    private async Task<UploadSheetResponse> MergeAsync(RollSheet sheet, List<Mark> marks, ServerCallContext context)
    {
        if (sheet.IsClosed)
        {
            throw RollErrors.Closed($"{sheet.Session}/roll");
        }

        CheckMembers(sheet, marks, ".mark");
        var entries = sheet.Entries.ToDictionary(entry => entry.Person);
        var later = marks.Where(mark => entries[mark.Person] is { MarkedAt: { } at } entry && at > mark.At && !mark.Is(entry))
            .ToList();
        var answer = await MarkAsync(sheet, [.. marks.Except(later)], context);
        return new UploadSheetResponse
        {
            Totals = answer.Totals,
            Changed = answer.Changed,
            Kept = { later.Select(mark => $"people/{mark.Person}") },
            Etag = answer.Etag,
        };
    }

    private List<Mark> CheckSheet(UploadSheetRequest request, Violations wrong)
    {
        var marks = CheckMarks([.. request.Marks.Select(line => line.Mark ?? new AttendanceMark())], wrong, ".mark");
        var sentAt = TimeOf("device_time", request.DeviceTime, wrong);
        var ahead = sentAt - clock.GetUtcNow();
        for (var i = 0; i < request.Marks.Count && i < marks.Count; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"marks[{i}].device_time");
            var at = TimeOf(field, request.Marks[i].DeviceTime, wrong);
            wrong.AddIf(at > sentAt, field, "TIME_INVALID");
            marks[i] = marks[i] with { At = at == default ? at : at - ahead };
        }

        return marks;
    }

    private static DateTimeOffset TimeOf(string field, Timestamp? time, Violations wrong)
    {
        if (time is null or { Seconds: < -631152000 or > 7258118400 } or { Nanos: < 0 or > 999_999_999 })
        {
            wrong.Add(field, time is null ? "FIELD_REQUIRED" : "TIME_INVALID");
            return default;
        }

        return time.ToDateTimeOffset();
    }
}
