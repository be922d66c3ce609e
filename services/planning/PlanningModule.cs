using System.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using StudySuite.Defaults.Hosting;
using StudySuite.Planning.AuditEntries;
using StudySuite.Planning.Plans;
using StudySuite.Planning.Topics;

namespace StudySuite.Planning;

public static class PlanningModule
{
    public static void AddPlanning(this WebApplicationBuilder builder)
    {
        builder.AddService<PlanningDbContext, PlanningSqliteDbContext>(
            "planning", PlanningAccess.Table, new ResourceManager("StudySuite.Planning.Errors", typeof(PlanningModule).Assembly));
        builder.Services.AddRpc<AuditEntryService, PlanningDbContext>();
        builder.Services.AddRpc<TopicProposalService, PlanningDbContext>();
        builder.Services.AddRpc<AnnualPlanService, PlanningDbContext>();
    }

    public static void MapPlanning(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<AuditEntryService>();
        app.MapGrpcService<TopicProposalService>();
        app.MapGrpcService<AnnualPlanService>();
    }
}
