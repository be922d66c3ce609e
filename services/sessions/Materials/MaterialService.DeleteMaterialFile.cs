using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
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

                session.RemoveMaterial(file.ResourceName);
                db.Remove(file);
                await db.SaveChangesAsync(context.CancellationToken);
                return new Empty();
            },
            context.CancellationToken);
}
