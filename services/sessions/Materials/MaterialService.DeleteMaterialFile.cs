using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Materials;

internal sealed partial class MaterialService
{
    /// <summary>The row goes; the clean-up takes the blob when no other row names it.</summary>
    public override Task<Empty> DeleteMaterialFile(DeleteMaterialFileRequest request, ServerCallContext context) =>
        db.InTransactionAsync(
            async () =>
            {
                var known = await FindAsync(request.Name, context);
                var session = await LockAsync(new SessionName(known.Unit, known.Session), context);
                var file = await FindAsync(request.Name, context);
                RequireOpen(session, file.Part);
                await RequireUnusedAsync(file, context.CancellationToken);

                session.RemoveMaterial(file.ResourceName);
                db.Remove(file);
                await db.SaveChangesAsync(context.CancellationToken);
                return new Empty();
            },
            context.CancellationToken);

    private async Task RequireUnusedAsync(MaterialFile file, CancellationToken cancellationToken)
    {
        var makeUps = await db.MakeUps.AsNoTracking().Where(m => m.Unit == file.Unit && m.Session == file.Session)
            .ToListAsync(cancellationToken);
        if (makeUps.Exists(makeUp => makeUp.Evidence.Contains(file.Id)))
        {
            throw MaterialErrors.InUse(file.ResourceName);
        }
    }
}
