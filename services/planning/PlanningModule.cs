using System.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Hosting;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Planning.Amendments;
using StudySuite.Planning.Arrangements;
using StudySuite.Planning.AuditEntries;
using StudySuite.Planning.Campaigns;
using StudySuite.Planning.Categories;
using StudySuite.Planning.Checks;
using StudySuite.Planning.CountedEvents;
using StudySuite.Planning.Coverage;
using StudySuite.Planning.Filing;
using StudySuite.Planning.Papers;
using StudySuite.Planning.PersonRecords;
using StudySuite.Planning.Personal;
using StudySuite.Planning.Plans;
using StudySuite.Planning.Topics;

namespace StudySuite.Planning;

public static class PlanningModule
{
    public static void AddPlanning(this WebApplicationBuilder builder)
    {
        builder.AddService<PlanningDbContext, PlanningSqliteDbContext>(
            "planning", PlanningAccess.Table, new ResourceManager("StudySuite.Planning.Errors", typeof(PlanningModule).Assembly));
        builder.Services.AddOptions<PlanningOptions>().BindConfiguration("Planning").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRpc<TopicCampaignService, PlanningDbContext>();
        builder.Services.AddRpc<AuditEntryService, PlanningDbContext>();
        builder.Services.AddRpc<PersonRecordService, PlanningDbContext>();
        builder.Services.AddRpc<CountedEventService, PlanningDbContext>();
        builder.Services.AddRpc<TopicProposalService, PlanningDbContext>();
        builder.Services.AddRpc<ThematicArrangementService, PlanningDbContext>();
        builder.Services.AddRpc<ReceivedArrangementService, PlanningDbContext>();
        builder.Services.AddRpc<ContentCategoryService, PlanningDbContext>();
        builder.Services.AddRpc<AnnualPlanService, PlanningDbContext>();
        builder.Services.AddRpc<AnnualPlanVersionService, PlanningDbContext>();
        builder.Services.AddRpc<PlanCheckService, PlanningDbContext>();
        builder.Services.AddRpc<PlanFilingService, PlanningDbContext>();
        builder.Services.AddRpc<PlanDocumentService, PlanningDbContext>();
        builder.Services.AddRpc<CoverageService, PlanningDbContext>();
        builder.Services.AddRpc<SelfStudyPlanService, PlanningDbContext>();
        builder.Services.AddRpc<ResearchTopicService, PlanningDbContext>();
        builder.Services.AddScoped<PlanChecker>();
        builder.Services.AddScoped<ISweep<PlanningDbContext>, FilingSweep>();
        builder.Services.AddConsumer<SessionPlannedConsumer, SessionPlanned, PlanningDbContext>("planning-coverage");
        builder.Services.AddConsumer<SessionHeldConsumer, SessionHeld, PlanningDbContext>("planning-coverage");
        builder.Services.AddConsumer<SessionCancelledConsumer, SessionCancelled, PlanningDbContext>("planning-coverage");
    }

    public static void MapPlanning(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<TopicCampaignService>();
        app.MapGrpcService<AuditEntryService>();
        app.MapGrpcService<PersonRecordService>();
        app.MapGrpcService<CountedEventService>();
        app.MapGrpcService<TopicProposalService>();
        app.MapGrpcService<ThematicArrangementService>();
        app.MapGrpcService<ReceivedArrangementService>();
        app.MapGrpcService<ContentCategoryService>();
        app.MapGrpcService<AnnualPlanService>();
        app.MapGrpcService<AnnualPlanVersionService>();
        app.MapGrpcService<PlanCheckService>();
        app.MapGrpcService<PlanFilingService>();
        app.MapGrpcService<PlanDocumentService>();
        app.MapGrpcService<CoverageService>();
        app.MapGrpcService<SelfStudyPlanService>();
        app.MapGrpcService<ResearchTopicService>();
    }
}
