using System.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Hosting;
using StudySuite.Defaults.Restrictions;
using StudySuite.Directory.AuditEntries;
using StudySuite.Directory.Delegations;
using StudySuite.Directory.Grants;
using StudySuite.Directory.Identity;
using StudySuite.Directory.LoginSessions;
using StudySuite.Directory.Members;
using StudySuite.Directory.People;
using StudySuite.Directory.Regulations;
using StudySuite.Directory.Restrictions;
using StudySuite.Directory.Rosters;
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
        builder.Services.AddSingleton<IRestrictedFunctions, RulebookRestrictions>();
        builder.Services.AddRpc<UnitService, DirectoryDbContext>();
        builder.Services.AddRpc<PersonService, DirectoryDbContext>();
        builder.Services.AddRpc<MemberService, DirectoryDbContext>();
        builder.Services.AddRpc<DelegationService, DirectoryDbContext>();
        builder.Services.AddRpc<GrantService, DirectoryDbContext>();
        builder.Services.AddRpc<RosterService, DirectoryDbContext>();
        builder.Services.AddRpc<RulebookService, DirectoryDbContext>();
        builder.Services.AddRpc<RegulationService, DirectoryDbContext>();
        builder.Services.AddRpc<WorkCalendarService, DirectoryDbContext>();
        builder.Services.AddRpc<LoginSessionService, DirectoryDbContext>();
        builder.Services.AddRpc<SystemClientService, DirectoryDbContext>();
        builder.Services.AddRpc<AuditEntryService, DirectoryDbContext>();
        builder.Services.AddScoped<ISweep<DirectoryDbContext>, GrantSweep>();
        builder.AddIdentity();
        builder.Services.AddSingleton<IStartupCheck, FirstStart>();
    }

    public static void MapDirectory(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<UnitService>();
        app.MapGrpcService<PersonService>();
        app.MapGrpcService<MemberService>();
        app.MapGrpcService<DelegationService>();
        app.MapGrpcService<GrantService>();
        app.MapGrpcService<RosterService>();
        app.MapGrpcService<RulebookService>();
        app.MapGrpcService<RegulationService>();
        app.MapGrpcService<WorkCalendarService>();
        app.MapGrpcService<LoginSessionService>();
        app.MapGrpcService<SystemClientService>();
        app.MapGrpcService<AuditEntryService>();
        app.MapIdentity();
    }
}
