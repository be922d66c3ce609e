using Grpc.Core;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Records;

internal sealed partial class RecordService
{
    public override Task<Record> SubmitRecord(SubmitRecordRequest request, ServerCallContext context) =>
        db.InTransactionAsync(
            async () =>
            {
                var roll = await rolls.LockAsync(SessionName.Parse(request.Name, "record"), context.CancellationToken);
                var session = await FindAsync(request.Name, context);
                session.RequireEtag(request.Etag);

                session.SubmitRecord();
                if (roll is { IsClosed: false })
                {
                    await closing.CloseAsync(session, roll, context);
                }

                await db.SaveChangesAsync(context.CancellationToken);
                return ToProto(session);
            },
            context.CancellationToken);
}
