using Google.Api;
using Grpc.Core;
using StudySuite.Defaults.PersonRecords;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.PersonRecords;

internal sealed class PersonRecordService(PersonRecords<PlanningDbContext> records) : V1.PersonRecordService.PersonRecordServiceBase
{
    public override Task<HttpBody> ExportPersonRecords(ExportPersonRecordsRequest request, ServerCallContext context) =>
        records.ExportAsync(request.Name, context);
}
