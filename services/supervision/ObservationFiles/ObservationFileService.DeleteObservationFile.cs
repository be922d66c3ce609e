using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.ObservationFiles;

internal sealed partial class ObservationFileService
{
    /// <summary>The row goes; the clean-up takes the blob when no other row names it.</summary>
    public override async Task<Empty> DeleteObservationFile(DeleteObservationFileRequest request, ServerCallContext context)
    {
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        var file = await FindAsync(request.Name, context);
        await FindOpenAsync($"units/{file.Unit}/observations/{file.Observation}", context);
        if (file.IsGenerated)
        {
            throw ObservationFileErrors.Generated(file);
        }

        if (file.UploadedBy != context.Caller().Person && !context.Caller().Has(Role.Publicity, context.Call().UnitPath!))
        {
            throw ObservationFileErrors.NotOwn(file);
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
