using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Files;
using StudySuite.Roster;
using StudySuite.Sessions.Materials;
using StudySuite.Sessions.Notices;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MaterialPacks;

internal sealed partial class MaterialPackService(
    SessionsDbContext db, [FromKeyedServices(SessionsModule.Shelf)] IBlobs blobs, TimeProvider clock)
    : V1.MaterialPackService.MaterialPackServiceBase
{
    public override async Task<MaterialPack> GetMaterialPack(GetMaterialPackRequest request, ServerCallContext context) =>
        await ToProtoAsync(await FindReleasedAsync(request.Name, context), context);

    private Task<StudySession> FindAsync(string name, ServerCallContext context) =>
        db.FindSessionAsync(SessionName.Parse(name, "materialPack"), context);

    private async Task<StudySession> FindReleasedAsync(string name, ServerCallContext context)
    {
        var session = await FindAsync(name, context);
        return context.Call().SeesMaterials(session) ? session : throw MaterialErrors.NotReleased(session);
    }

    private Task<MaterialDistribution?> LastAsync(StudySession session, CancellationToken cancellationToken) =>
        db.MaterialDistributions.AsNoTracking().Where(d => d.Unit == session.Unit && d.Session == session.Id)
            .OrderByDescending(d => d.Round).FirstOrDefaultAsync(cancellationToken);

    private async Task<MaterialPack> ToProtoAsync(StudySession session, ServerCallContext context)
    {
        var entries = await PackContents.ReadAsync(db, session, context.CancellationToken);
        var last = await LastAsync(session, context.CancellationToken);
        var rules = await Rules.LoadAsync(db, session.Unit, last?.On ?? clock.Today(), context.CancellationToken);
        var (lead, ahead) = (rules.Number("notice.lead_days"), DayOf(session).DayNumber - (last?.On ?? clock.Today()).DayNumber);
        return new MaterialPack
        {
            Name = $"{session.ResourceName}/materialPack",
            Entries = { entries.Select(entry => entry.ToProto()) },
            Volumes = session.IsHeld ? session.MaterialVolumes : entries.Sum(entry => entry.Material.Volumes),
            DistributedOn = (last?.On).ToText(),
            Round = last?.Round ?? 0,
            DaysAhead = ahead,
            LeadDays = lead,
            IsLate = last?.IsLate ?? ahead < lead,
            Rulebook = last?.Rulebook ?? rules.Rulebook,
            Recipients = { await RecipientsAsync(session, last, context) },
        };
    }

    private async Task<List<MaterialRecipient>> RecipientsAsync(
        StudySession session, MaterialDistribution? last, ServerCallContext context)
    {
        if (last is null)
        {
            return [];
        }

        var (me, seesAll) = (context.Caller().Person, context.Call().IsStaff(context.Call().UnitPath!));
        var read = await db.Set<MaterialReceipt>().AsNoTracking()
            .Where(r => r.Unit == session.Unit && r.Session == session.Id && r.Round == last.Round)
            .ToDictionaryAsync(r => r.Person, r => r.AcknowledgedAt, context.CancellationToken);
        return [.. last.Recipients.Where(recipient => seesAll || recipient.Person == me).Select(recipient => new MaterialRecipient
        {
            Person = $"people/{recipient.Person}",
            DisplayName = recipient.Name,
            AcknowledgeTime = read.TryGetValue(recipient.Person, out var at) ? at.ToTimestamp() : null,
        })];
    }

    private static DateOnly DayOf(StudySession session) =>
        session.HeldOn ?? (session.Scheme.StartTime is null ? session.PlannedOn : NoticeText.DayOf(session.Scheme));
}
