using System.Resources;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Authentication;
using StudySuite.Defaults.Backup;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Doctor;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.PersonRecords;
using StudySuite.Defaults.Requests;
using StudySuite.Defaults.Restrictions;
using StudySuite.Messaging;
using StudySuite.Roster;

namespace StudySuite.Defaults.Hosting;

public static class ServiceDefaults
{
    /// <summary>What a process needs once, however many services it holds.</summary>
    public static void AddSuiteDefaults(this WebApplicationBuilder builder)
    {
        builder.ListenAsConfigured();
        // A refusal is an answer, not an event worth a line.
        builder.Logging.AddFilter("Grpc.AspNetCore.Server", LogLevel.Warning);
        // It complains at every start of streams up, which have a plain endpoint of their own.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal.Binding", LogLevel.Error);
        builder.AddSuiteTelemetry();
        builder.Services.AddDrain();
        builder.Services.AddDoctor();
        builder.Services.AddSingleton<ISuiteVerb, RestrictionsVerb>();
        builder.AddSuiteAuthentication();
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<DeadlineOptions>().BindConfiguration("Deadlines").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddScoped<CallContext>();
        builder.Services.AddGrpc().AddJsonTranscoding(transcoding => transcoding.TypeRegistry = TypeRegistry.FromMessages(
            ErrorInfo.Descriptor, BadRequest.Descriptor, PreconditionFailure.Descriptor));
        builder.Services.AddGrpcReflection();
        builder.Services.AddGrpcHealthChecks();
    }

    /// <summary>What a service needs: database, messaging, roster, access table, texts of its errors.</summary>
    /// <param name="service">The service's one word.</param>
    /// <param name="texts">Sentences for its reasons.</param>
    /// <param name="followsDirectory">False for directory, which writes its own views with the change.</param>
    public static void AddService<TDb, TSqlite>(
        this WebApplicationBuilder builder, string service, AccessTable access, ResourceManager texts,
        bool followsDirectory = true)
        where TDb : SuiteDbContext
        where TSqlite : TDb
    {
        ErrorTexts.Register(service, texts);
        builder.Services.AddSingleton(new ServiceInfo<TDb>(service, access));
        builder.Services.AddSingleton<ISuiteDatabase, SuiteDatabase<TDb>>();
        builder.Services.AddSuiteDatabase<TDb, TSqlite>(builder.Configuration, service);
        builder.Services.AddMessaging<TDb>(service);
        builder.Services.TryAddSingleton<UnitPaths<TDb>>();
        builder.Services.TryAddScoped<RequestOnce<TDb>>();
        if (followsDirectory)
        {
            builder.Services.AddRoster<TDb>(service);
        }

        builder.Services.AddAuditTrail<TDb>();
        builder.Services.AddScoped(provider => new PersonRecords<TDb>(
            provider.GetRequiredService<TDb>(), provider.GetRequiredService<ServiceInfo<TDb>>()));
        builder.Services.AddBackup<TDb>();
        builder.Services.AddCheckup<TDb>();
        builder.Services.AddHostedService<Sweeper<TDb>>();
        builder.Services.AddHostedService<RequestLogCleaner<TDb>>();
    }

    /// <summary>Adds a gRPC class: errors outermost, then who may call, then the request id.</summary>
    public static void AddRpc<TService, TDb>(this IServiceCollection services)
        where TService : class
        where TDb : DbContext => services.AddGrpc().AddServiceOptions<TService>(options =>
        {
            options.Interceptors.Add<ErrorInterceptor<TDb>>();
            options.Interceptors.Add<AccessInterceptor<TDb>>();
            options.Interceptors.Add<RequestIdInterceptor<TDb>>();
        });

    /// <summary>What every host maps once.</summary>
    public static void MapSuiteDefaults(this IEndpointRouteBuilder app)
    {
        app.MapSuiteHealth();
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
    }
}
