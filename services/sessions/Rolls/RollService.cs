using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Rolls;

internal sealed partial class RollService(SessionsDbContext db, RollBook rolls, RollClosing closing, TimeProvider clock)
    : V1.RollService.RollServiceBase
{
    public override async Task<Roll> GetRoll(GetRollRequest request, ServerCallContext context)
    {
        var name = SessionName.Parse(request.Name, "roll");
        var roll = await ReadAsync(name, context);
        if (request.ShowChanges)
        {
            var changes = await db.Set<AttendanceChange>().AsNoTracking()
                .Where(change => change.Unit == name.Unit && change.Session == name.Id)
                .OrderBy(change => change.Id).ToListAsync(context.CancellationToken);
            roll.Changes.AddRange(changes.Select(ToProto));
        }

        return roll;
    }

    /// <summary>A roll stands for its session; only when there is none is it asked why.</summary>
    private async Task<Roll> ReadAsync(SessionName name, ServerCallContext context) =>
        ToProto(await rolls.ReadAsync(name, context.CancellationToken) ?? throw await WhyNoRollAsync(name, context));

    internal static Roll ToProto(RollSheet sheet) => new()
    {
        Name = $"{sheet.Session}/roll",
        HeldOn = sheet.HeldOn.ToText(),
        Lines =
        {
            sheet.Entries.Select(entry => new RollLine
            {
                Person = $"people/{entry.Person}",
                DisplayName = entry.Name,
                Post = entry.Post,
                IsFullMember = entry.IsFull,
                Status = entry.Status,
                Remark = entry.Remark,
                MarkTime = entry.MarkedAt?.ToTimestamp(),
            }),
        },
        Totals = sheet.Totals(),
        IsClosed = sheet.IsClosed,
        Etag = sheet.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static V1.AttendanceChange ToProto(AttendanceChange change) => new()
    {
        Person = $"people/{change.Person}",
        Former = change.Former,
        Status = change.Status,
        ChangedBy = $"people/{change.ChangedBy}",
        ChangeTime = change.ChangedAt.ToTimestamp(),
    };
}
