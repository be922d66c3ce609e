using Google.Api;
using Grpc.Core;
using StudySuite.Audit.V1;
using StudySuite.Defaults.Audit;

namespace StudySuite.Supervision.AuditEntries;

internal sealed class AuditEntryService(AuditTrail<SupervisionDbContext> trail) : V1.AuditEntryService.AuditEntryServiceBase
{
    public override Task<ListAuditEntriesResponse> ListAuditEntries(
        ListAuditEntriesRequest request, ServerCallContext context) => trail.ListAsync(request, context);

    public override Task ExportAuditEntries(
        ExportAuditEntriesRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context) =>
        trail.ExportAsync(request, responseStream, context);

    public override Task<AuditVerdict> VerifyAuditEntries(VerifyAuditEntriesRequest request, ServerCallContext context) =>
        trail.VerifyAsync(request, context);
}
