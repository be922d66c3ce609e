using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Bulletins;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using GoodPractice = StudySuite.Bulletin.Drafts.GoodPractice;

namespace StudySuite.Bulletin.Practices;

internal sealed partial class PracticeProposalService
{
    public override async Task<V1.PracticeProposal> ChoosePracticeProposal(
        ChoosePracticeProposalRequest request, ServerCallContext context)
    {
        var parts = ResourceName.Parse("units/{unit}/bulletins/{bulletin}", request.Bulletin, "bulletin");
        var proposal = await FindAsync(request.Name, context);
        var text = request.Text.Length > 0 ? request.Text : proposal.Text;
        new Violations().Text("text", text, 1000).ThrowIfAny();
        var bulletin = await FindBulletinAsync(parts[0], parts[1], context)
            ?? throw BulletinErrors.NotFound(request.Bulletin);

        proposal.Choose(bulletin.ResourceName);
        var words = bulletin.Draft.Text;
        bulletin.Write(bulletin.Draft with
        {
            Text = words with { GoodPractices = [.. words.GoodPractices, new GoodPractice(proposal.Unit, text)] },
        });
        await db.SaveChangesAsync(context.CancellationToken);

        return await ToProtoAsync(proposal, context);
    }

    public override async Task<V1.PracticeProposal> DeclinePracticeProposal(
        DeclinePracticeProposalRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).ThrowIfAny();
        var proposal = await FindAsync(request.Name, context);

        proposal.Decline(request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return await ToProtoAsync(proposal, context);
    }

    /// <summary>A bulletin of an issuer above the unit where the caller holds the role too, else none.</summary>
    private async Task<StudyBulletin?> FindBulletinAsync(string issuer, string id, ServerCallContext context)
    {
        var (caller, call) = (context.Caller(), context.Call());
        var path = await db.UnitViews.Where(unit => unit.Code == issuer).Select(unit => unit.Path)
            .SingleOrDefaultAsync(context.CancellationToken);
        return path is null || !caller.HasAny(call.Roles, path)
            || !call.UnitPath!.StartsWith(path, StringComparison.Ordinal)
                ? null
                : await db.Bulletins.SingleOrDefaultAsync(
                    bulletin => bulletin.Unit == issuer && bulletin.Id == id, context.CancellationToken);
    }
}
