using Google.Api;
using Grpc.Core;
using StudySuite.Defaults.PersonRecords;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.PersonRecords;

internal sealed class PersonRecordService(PersonRecords<SupervisionDbContext> records) : V1.PersonRecordService.PersonRecordServiceBase
{
    public override Task<HttpBody> ExportPersonRecords(ExportPersonRecordsRequest request, ServerCallContext context) =>
        records.ExportAsync(request.Name, context);
}
