using Grpc.Core;
using StudySuite.Roster;
using StudySuite.Sessions.Lectures;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Records;

internal sealed partial class RecordService
{
    public override Task<Record> SubmitRecord(SubmitRecordRequest request, ServerCallContext context) =>
        db.InTransactionAsync(
            async () =>
            {
                var name = SessionName.Parse(request.Name, "record");
                var roll = await rolls.LockAsync(name, context.CancellationToken);
                var session = await FindAsync(request.Name, context);
                session.RequireEtag(request.Etag);

                var day = session.HeldOn ?? session.PlannedOn;
                var rules = await Rules.LoadAsync(db, session.Unit, day, context.CancellationToken);
                var lecture = await db.FindLectureAsync(session, context.CancellationToken);
                session.SubmitRecord(rules.IsOn("lecture.filing_required") && lecture is not { IsExternal: false });
                if (roll is { IsClosed: false })
                {
                    await closing.CloseAsync(session, roll, context);
                }

                var sheet = await rolls.ReadAsync(name, context.CancellationToken);
                await topics.StudyAsync(session, sheet, context.CancellationToken);
                await db.SaveChangesAsync(context.CancellationToken);
                return ToProto(session);
            },
            context.CancellationToken);
}
