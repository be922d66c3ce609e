using Google.Api;
using Grpc.Core;
using StudySuite.Defaults.PersonRecords;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.PersonRecords;

internal sealed class PersonRecordService(PersonRecords<SessionsDbContext> records) : V1.PersonRecordService.PersonRecordServiceBase
{
    public override Task<HttpBody> ExportPersonRecords(ExportPersonRecordsRequest request, ServerCallContext context) =>
        records.ExportAsync(request.Name, context);
}
