using System.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using StudySuite.Defaults.Hosting;
using StudySuite.Directory.AuditEntries;
using StudySuite.Directory.Grants;
using StudySuite.Directory.Identity;
using StudySuite.Directory.LoginSessions;
using StudySuite.Directory.Members;
using StudySuite.Directory.People;
using StudySuite.Directory.Rulebooks;
using StudySuite.Directory.SystemClients;
using StudySuite.Directory.Units;
using StudySuite.Directory.WorkCalendars;

namespace StudySuite.Directory;

public static class DirectoryModule
{
    public static void AddDirectory(this WebApplicationBuilder builder)
    {
        builder.AddService<DirectoryDbContext, DirectorySqliteDbContext>(
            "directory", DirectoryAccess.Table,
            new ResourceManager("StudySuite.Directory.Errors", typeof(DirectoryModule).Assembly), followsDirectory: false);
        builder.Services.AddRpc<UnitService, DirectoryDbContext>();
        builder.Services.AddRpc<PersonService, DirectoryDbContext>();
        builder.Services.AddRpc<MemberService, DirectoryDbContext>();
        builder.Services.AddRpc<GrantService, DirectoryDbContext>();
        builder.Services.AddRpc<RulebookService, DirectoryDbContext>();
        builder.Services.AddRpc<WorkCalendarService, DirectoryDbContext>();
        builder.Services.AddRpc<LoginSessionService, DirectoryDbContext>();
        builder.Services.AddRpc<SystemClientService, DirectoryDbContext>();
        builder.Services.AddRpc<AuditEntryService, DirectoryDbContext>();
        builder.AddIdentity();
        builder.Services.AddSingleton<IStartupCheck, FirstStart>();
    }

    public static void MapDirectory(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<UnitService>();
        app.MapGrpcService<PersonService>();
        app.MapGrpcService<MemberService>();
        app.MapGrpcService<GrantService>();
        app.MapGrpcService<RulebookService>();
        app.MapGrpcService<WorkCalendarService>();
        app.MapGrpcService<LoginSessionService>();
        app.MapGrpcService<SystemClientService>();
        app.MapGrpcService<AuditEntryService>();
        app.MapIdentity();
    }
}
