using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.EvidenceFiles;

internal sealed partial class EvidenceFileService
{
    /// <summary>The row goes; the clean-up takes the blob when no other row names it.</summary>
    public override async Task<Empty> DeleteEvidenceFile(DeleteEvidenceFileRequest request, ServerCallContext context)
    {
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        var file = await FindAsync(request.Name, context);
        var notice = await FindOpenAsync($"units/{file.Unit}/rectificationNotices/{file.Notice}", context);
        if (file.Round != notice.Round)
        {
            throw EvidenceFileErrors.Reported(file);
        }

        db.Remove(file);
        await db.SaveChangesAsync(context.CancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(context.CancellationToken);
        }

        return new Empty();
    }
}
