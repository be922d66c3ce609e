using System.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Backup;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Doctor;
using StudySuite.Defaults.Hosting;
using StudySuite.Events;
using StudySuite.Files;
using StudySuite.Messaging;
using StudySuite.Sessions.Activities;
using StudySuite.Sessions.ActivityFiles;
using StudySuite.Sessions.ActivityImports;
using StudySuite.Sessions.Archives;
using StudySuite.Sessions.AuditEntries;
using StudySuite.Sessions.Completeness;
using StudySuite.Sessions.Duties;
using StudySuite.Sessions.FirstTopics;
using StudySuite.Sessions.LeaveRequests;
using StudySuite.Sessions.Ledgers;
using StudySuite.Sessions.Blobs;
using StudySuite.Sessions.Lectures;
using StudySuite.Sessions.CountedEvents;
using StudySuite.Sessions.MakeUps;
using StudySuite.Sessions.MaterialPacks;
using StudySuite.Sessions.Materials;
using StudySuite.Sessions.MemberYears;
using StudySuite.Sessions.Notices;
using StudySuite.Sessions.PersonRecords;
using StudySuite.Sessions.PlanItems;
using StudySuite.Sessions.Printing;
using StudySuite.Sessions.Records;
using StudySuite.Sessions.ResearchProjects;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.Schemes;
using StudySuite.Sessions.SignIn;
using StudySuite.Sessions.Search;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions;

public static class SessionsModule
{
    /// <summary>The service's shelf in the blob store.</summary>
    internal const string Shelf = "sessions";

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.AddService<SessionsDbContext, SessionsSqliteDbContext>(
            "sessions", SessionsAccess.Table, new ResourceManager("StudySuite.Sessions.Errors", typeof(SessionsModule).Assembly));
        builder.Services.AddBlobs(Shelf);
        builder.Services.AddHostedService<BlobUpkeep>();
        builder.Services.AddSingleton<IBackupPart, BlobBackup>();
        builder.Services.AddSingleton(provider =>
            new WrittenFolder("Files:Folder", provider.GetRequiredService<IOptions<Files.FileOptions>>().Value.Folder));
        builder.Services.AddScoped<RollBook>();
        builder.Services.AddScoped<RollClosing>();
        builder.Services.AddScoped<SignInGuard>();
        builder.Services.AddScoped<ArchiveFolder>();
        builder.Services.AddScoped<StudiedTopics>();
        builder.Services.AddRpc<AuditEntryService, SessionsDbContext>();
        builder.Services.AddRpc<PersonRecordService, SessionsDbContext>();
        builder.Services.AddRpc<CountedEventService, SessionsDbContext>();
        builder.Services.AddRpc<SessionService, SessionsDbContext>();
        builder.Services.AddRpc<SchemeService, SessionsDbContext>();
        builder.Services.AddRpc<NoticeService, SessionsDbContext>();
        builder.Services.AddRpc<LeaveRequestService, SessionsDbContext>();
        builder.Services.AddScoped<ISweep<SessionsDbContext>, MakeUpSweep>();
        builder.Services.AddScoped<ISweep<SessionsDbContext>, ArchiveSweep>();
        builder.Services.AddConsumer<PlanApprovedConsumer, PlanApproved, SessionsDbContext>("sessions-plans");
        builder.Services.AddConsumer<PlanAmendedConsumer, PlanAmended, SessionsDbContext>("sessions-plans");
        builder.Services.AddRpc<SevenHavesService, SessionsDbContext>();
        builder.Services.AddRpc<DutyService, SessionsDbContext>();
        builder.Services.AddRpc<RollService, SessionsDbContext>();
        builder.Services.AddRpc<SignInService, SessionsDbContext>();
        builder.Services.AddRpc<MakeUpService, SessionsDbContext>();
        builder.Services.AddRpc<RecordService, SessionsDbContext>();
        builder.Services.AddRpc<MaterialService, SessionsDbContext>();
        builder.Services.AddRpc<MaterialPackService, SessionsDbContext>();
        builder.Services.AddRpc<DocumentService, SessionsDbContext>();
        builder.Services.AddRpc<LedgerService, SessionsDbContext>();
        builder.Services.AddRpc<SearchService, SessionsDbContext>();
        builder.Services.AddHostedService<SearchBackfill>();
        builder.Services.AddSingleton<ISuiteVerb, VerifyArchive>();
        builder.Services.AddRpc<ArchiveService, SessionsDbContext>();
        builder.Services.AddRpc<FirstTopicService, SessionsDbContext>();
        builder.Services.AddRpc<ActivityService, SessionsDbContext>();
        builder.Services.AddRpc<ActivityFileService, SessionsDbContext>();
        builder.Services.AddRpc<ActivityImportService, SessionsDbContext>();
        builder.Services.AddRpc<LectureService, SessionsDbContext>();
        builder.Services.AddRpc<ResearchProjectService, SessionsDbContext>();
        builder.Services.AddRpc<MemberYearService, SessionsDbContext>();
        builder.Services.AddScoped<ISweep<SessionsDbContext>, ObligationSweep>();
    }

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<AuditEntryService>();
        app.MapGrpcService<PersonRecordService>();
        app.MapGrpcService<CountedEventService>();
        app.MapGrpcService<SessionService>();
        app.MapGrpcService<SchemeService>();
        app.MapGrpcService<NoticeService>();
        app.MapGrpcService<LeaveRequestService>();
        app.MapGrpcService<SevenHavesService>();
        app.MapGrpcService<DutyService>();
        app.MapGrpcService<RollService>();
        app.MapGrpcService<SignInService>();
        app.MapGrpcService<MakeUpService>();
        app.MapGrpcService<RecordService>();
        app.MapGrpcService<MaterialService>();
        app.MapGrpcService<MaterialPackService>();
        app.MapGrpcService<DocumentService>();
        app.MapGrpcService<LedgerService>();
        app.MapGrpcService<SearchService>();
        app.MapGrpcService<ArchiveService>();
        app.MapGrpcService<FirstTopicService>();
        app.MapGrpcService<ActivityService>();
        app.MapGrpcService<ActivityFileService>();
        app.MapGrpcService<ActivityImportService>();
        app.MapGrpcService<LectureService>();
        app.MapGrpcService<ResearchProjectService>();
        app.MapGrpcService<MemberYearService>();
        app.MapMaterialFiles();
        app.MapMaterialPacks();
        app.MapActivityFiles();
        app.MapArchives();
    }
}
