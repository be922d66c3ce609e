using System.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Backup;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Doctor;
using StudySuite.Defaults.Hosting;
using StudySuite.Files;
using StudySuite.Roster;
using StudySuite.Supervision.Alerts;
using StudySuite.Supervision.Assessments;
using StudySuite.Supervision.AuditEntries;
using StudySuite.Supervision.Campaigns;
using StudySuite.Supervision.Checks;
using StudySuite.Supervision.CountedEvents;
using StudySuite.Supervision.EvidenceFiles;
using StudySuite.Supervision.Facts;
using StudySuite.Supervision.ObservationFiles;
using StudySuite.Supervision.Observations;
using StudySuite.Supervision.Papers;
using StudySuite.Supervision.PersonRecords;
using StudySuite.Supervision.Problems;
using StudySuite.Supervision.Rectification;
using StudySuite.Supervision.Schemes;
using StudySuite.Supervision.Templates;

namespace StudySuite.Supervision;

public static class SupervisionModule
{
    /// <summary>The service's shelf in the blob store.</summary>
    internal const string Shelf = "supervision";

    public static void AddSupervision(this WebApplicationBuilder builder)
    {
        builder.AddService<SupervisionDbContext, SupervisionSqliteDbContext>(
            "supervision", SupervisionAccess.Table, new ResourceManager("StudySuite.Supervision.Errors", typeof(SupervisionModule).Assembly));
        builder.Services.AddOptions<SupervisionOptions>()
            .BindConfiguration("Supervision").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRpc<AuditEntryService, SupervisionDbContext>();
        builder.Services.AddRpc<PersonRecordService, SupervisionDbContext>();
        builder.Services.AddRpc<CountedEventService, SupervisionDbContext>();
        builder.Services.AddRpc<ObservationService, SupervisionDbContext>();
        builder.Services.AddBlobs(Shelf);
        builder.Services.AddHostedService<BlobUpkeep>();
        builder.Services.AddSingleton<IBackupPart, BlobBackup>();
        builder.Services.AddSingleton(provider =>
            new WrittenFolder("Files:Folder", provider.GetRequiredService<IOptions<Files.FileOptions>>().Value.Folder));
        builder.Services.AddScoped<FileShelf>();
        builder.Services.AddScoped<FormKeeper>();
        builder.Services.AddRpc<ObservationFileService, SupervisionDbContext>();
        builder.Services.AddRpc<ObservationCampaignService, SupervisionDbContext>();
        builder.Services.AddRpc<FormTemplateService, SupervisionDbContext>();
        builder.Services.AddRpc<CheckService, SupervisionDbContext>();
        builder.Services.AddRpc<ProblemService, SupervisionDbContext>();
        builder.Services.AddRpc<RectificationNoticeService, SupervisionDbContext>();
        builder.Services.AddRpc<EvidenceFileService, SupervisionDbContext>();
        builder.Services.AddRpc<PaperService, SupervisionDbContext>();
        builder.Services.AddRpc<ScoreSchemeService, SupervisionDbContext>();
        builder.Services.AddRpc<AssessmentService, SupervisionDbContext>();
        builder.Services.AddFacts();
        builder.Services.AddScoped<ISweep<SupervisionDbContext>, RectificationSweep>();
        builder.Services.AddScoped<ISweep<SupervisionDbContext>, LookBackSweep>();
        builder.Services.AddScoped<ISweep<SupervisionDbContext>, FeedbackSweep>();
        builder.Services.AddScoped<ISweep<SupervisionDbContext>, CoverageSweep>();
        builder.Services.AddGrantRoster<SupervisionDbContext>("supervision");
    }

    public static void MapSupervision(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<AuditEntryService>();
        app.MapGrpcService<PersonRecordService>();
        app.MapGrpcService<CountedEventService>();
        app.MapGrpcService<ObservationService>();
        app.MapGrpcService<ObservationFileService>();
        app.MapObservationFiles();
        app.MapGrpcService<ObservationCampaignService>();
        app.MapGrpcService<FormTemplateService>();
        app.MapGrpcService<CheckService>();
        app.MapGrpcService<ProblemService>();
        app.MapGrpcService<RectificationNoticeService>();
        app.MapGrpcService<EvidenceFileService>();
        app.MapEvidenceFiles();
        app.MapGrpcService<PaperService>();
        app.MapGrpcService<ScoreSchemeService>();
        app.MapGrpcService<AssessmentService>();
    }
}
