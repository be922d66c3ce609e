using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Practices;

internal sealed partial class PracticeProposalService(BulletinDbContext db)
    : V1.PracticeProposalService.PracticeProposalServiceBase
{
    public override async Task<V1.PracticeProposal> CreatePracticeProposal(
        CreatePracticeProposalRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.PracticeProposal ?? new V1.PracticeProposal();
        var wrong = new Violations().OptionalId("practice_proposal_id", request.PracticeProposalId)
            .Text("practice_proposal.title", asked.Title, 100).Text("practice_proposal.text", asked.Text, 2000)
            .Range("practice_proposal.materials", asked.Materials.Count, 0, 20);
        foreach (var (at, material) in asked.Materials.Index())
        {
            var field = $"practice_proposal.materials[{at}]";
            wrong.AddIf(!IsMaterial(unit, material), field, "MATERIAL_INVALID", ("value", material));
        }

        wrong.ThrowIfAny();
        var proposal = new PracticeProposal
        {
            Unit = unit, Id = ResourceName.NewId(request.PracticeProposalId), Title = asked.Title, Text = asked.Text,
            Materials = [.. asked.Materials], ProposedBy = context.Caller().Person,
        };
        db.Add(proposal);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("practice_proposal"))
        {
            throw PracticeProposalErrors.Exists(proposal.ResourceName);
        }

        return await ToProtoAsync(proposal, context);
    }

    public override async Task<ListPracticeProposalsResponse> ListPracticeProposals(
        ListPracticeProposalsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var proposals = db.PracticeProposals.AsNoTracking().VisibleTo(context.Call(), db);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            proposals = proposals.Where(p => p.Id.CompareTo(after.Id) < 0
                || (p.Id == after.Id && p.Unit.CompareTo(after.Unit) > 0));
        }

        // Ids that nobody chose grow with time.
        var read = await proposals.OrderByDescending(p => p.Id).ThenBy(p => p.Unit).Take(size + 1)
            .Select(p => new
            {
                Proposal = p, UnitName = db.UnitViews.Where(u => u.Code == p.Unit).Select(u => u.Name).FirstOrDefault(),
            })
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, row => new PageKey(row.Proposal.Id, row.Proposal.Unit));

        return new ListPracticeProposalsResponse
        {
            PracticeProposals = { rows.Select(row => ToProto(row.Proposal, row.UnitName ?? row.Proposal.Unit)) },
            NextPageToken = next,
        };
    }

    private async Task<PracticeProposal> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/practiceProposals/{practice_proposal}", name)[1];
        return await db.PracticeProposals.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(proposal => proposal.Id == id, context.CancellationToken)
            ?? throw PracticeProposalErrors.NotFound(name);
    }

    private async Task<V1.PracticeProposal> ToProtoAsync(PracticeProposal proposal, ServerCallContext context) => ToProto(
        proposal, await db.UnitViews.Where(unit => unit.Code == proposal.Unit).Select(unit => unit.Name)
            .SingleAsync(context.CancellationToken));

    private static V1.PracticeProposal ToProto(PracticeProposal proposal, string unitName) => new()
    {
        Name = proposal.ResourceName,
        UnitName = unitName,
        Title = proposal.Title,
        Text = proposal.Text,
        Materials = { proposal.Materials },
        State = (V1.PracticeProposalState)proposal.State,
        Bulletin = proposal.Bulletin,
        DeclineReason = proposal.DeclineReason,
        ProposedBy = $"people/{proposal.ProposedBy}",
        Etag = proposal.Etag,
        CreateTime = proposal.CreatedAt.ToTimestamp(),
    };

    private static bool IsMaterial(string unit, string material) => material.Length <= 300
        && (material.StartsWith($"units/{unit}/", StringComparison.Ordinal)
            || (Uri.TryCreate(material, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps));

    private sealed record PageKey(string Id, string Unit);
}
