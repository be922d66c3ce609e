using System.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Bulletin.AuditEntries;
using StudySuite.Bulletin.Bulletins;
using StudySuite.Bulletin.Exports;
using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.PersonRecords;
using StudySuite.Bulletin.Practices;
using StudySuite.Bulletin.Rebuild;
using StudySuite.Bulletin.Received;
using StudySuite.Bulletin.SelfReports;
using StudySuite.Bulletin.Statistics;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Bulletin;

public static class BulletinModule
{
    public static void AddBulletin(this WebApplicationBuilder builder)
    {
        builder.AddService<BulletinDbContext, BulletinSqliteDbContext>(
            "bulletin", BulletinAccess.Table, new ResourceManager("StudySuite.Bulletin.Errors", typeof(BulletinModule).Assembly));
        builder.Services.AddOptions<BulletinOptions>().BindConfiguration("Bulletin").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddCounting();
        builder.Services.AddRebuild();
        builder.Services.AddRpc<AuditEntryService, BulletinDbContext>();
        builder.Services.AddRpc<PersonRecordService, BulletinDbContext>();
        builder.Services.AddRpc<StatisticsService, BulletinDbContext>();
        builder.Services.AddRpc<BulletinService, BulletinDbContext>();
        builder.Services.AddRpc<ReceivedBulletinService, BulletinDbContext>();
        builder.Services.AddRpc<SelfReportService, BulletinDbContext>();
        builder.Services.AddRpc<PracticeProposalService, BulletinDbContext>();
        builder.Services.AddRpc<ExportService, BulletinDbContext>();
        builder.Services.AddRpc<RebuildService, BulletinDbContext>();
    }

    public static void MapBulletin(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<AuditEntryService>();
        app.MapGrpcService<PersonRecordService>();
        app.MapGrpcService<StatisticsService>();
        app.MapGrpcService<BulletinService>();
        app.MapGrpcService<ReceivedBulletinService>();
        app.MapGrpcService<SelfReportService>();
        app.MapGrpcService<PracticeProposalService>();
        app.MapGrpcService<ExportService>();
        app.MapGrpcService<RebuildService>();
    }
}
