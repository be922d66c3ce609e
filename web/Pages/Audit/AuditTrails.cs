using Grpc.Core;
using StudySuite.Audit.V1;

namespace StudySuite.Web.Pages.Audit;

/// <summary>The trails of the six services, which have the same methods under six names.</summary>
internal sealed class AuditTrails(Calls.Calls calls)
{
    public static readonly string[] Services =
        ["directory", "planning", "sessions", "supervision", "bulletin", "notifications"];

    public async Task<ListAuditEntriesResponse> ListAsync(string service, ListAuditEntriesRequest request) => service switch
    {
        "planning" => await new StudySuite.Planning.V1.AuditEntryService.AuditEntryServiceClient(Way).ListAuditEntriesAsync(request),
        "sessions" => await new StudySuite.Sessions.V1.AuditEntryService.AuditEntryServiceClient(Way).ListAuditEntriesAsync(request),
        "supervision" => await new StudySuite.Supervision.V1.AuditEntryService.AuditEntryServiceClient(Way).ListAuditEntriesAsync(request),
        "bulletin" => await new StudySuite.Bulletin.V1.AuditEntryService.AuditEntryServiceClient(Way).ListAuditEntriesAsync(request),
        "notifications" => await new StudySuite.Notifications.V1.AuditEntryService.AuditEntryServiceClient(Way).ListAuditEntriesAsync(request),
        _ => await new StudySuite.Directory.V1.AuditEntryService.AuditEntryServiceClient(Way).ListAuditEntriesAsync(request),
    };

    public async Task<AuditVerdict> VerifyAsync(string service)
    {
        var request = new VerifyAuditEntriesRequest();
        return service switch
        {
            "planning" => await new StudySuite.Planning.V1.AuditEntryService.AuditEntryServiceClient(Way).VerifyAuditEntriesAsync(request),
            "sessions" => await new StudySuite.Sessions.V1.AuditEntryService.AuditEntryServiceClient(Way).VerifyAuditEntriesAsync(request),
            "supervision" => await new StudySuite.Supervision.V1.AuditEntryService.AuditEntryServiceClient(Way).VerifyAuditEntriesAsync(request),
            "bulletin" => await new StudySuite.Bulletin.V1.AuditEntryService.AuditEntryServiceClient(Way).VerifyAuditEntriesAsync(request),
            "notifications" => await new StudySuite.Notifications.V1.AuditEntryService.AuditEntryServiceClient(Way).VerifyAuditEntriesAsync(request),
            _ => await new StudySuite.Directory.V1.AuditEntryService.AuditEntryServiceClient(Way).VerifyAuditEntriesAsync(request),
        };
    }

    private CallInvoker Way => calls.Invoker;
}
