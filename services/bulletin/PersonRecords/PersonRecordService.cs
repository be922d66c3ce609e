using Google.Api;
using Grpc.Core;
using StudySuite.Defaults.PersonRecords;
using StudySuite.Bulletin.V1;

namespace StudySuite.Bulletin.PersonRecords;

internal sealed class PersonRecordService(PersonRecords<BulletinDbContext> records) : V1.PersonRecordService.PersonRecordServiceBase
{
    public override Task<HttpBody> ExportPersonRecords(ExportPersonRecordsRequest request, ServerCallContext context) =>
        records.ExportAsync(request.Name, context);
}
