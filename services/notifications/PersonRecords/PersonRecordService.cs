using Google.Api;
using Grpc.Core;
using StudySuite.Defaults.PersonRecords;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.PersonRecords;

internal sealed class PersonRecordService(PersonRecords<NotificationsDbContext> records) : V1.PersonRecordService.PersonRecordServiceBase
{
    public override Task<HttpBody> ExportPersonRecords(ExportPersonRecordsRequest request, ServerCallContext context) =>
        records.ExportAsync(request.Name, context);
}
