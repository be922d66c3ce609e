using Grpc.Core;
using StudySuite.Directory.V1;
using StudySuite.Testing;

namespace StudySuite.Directory.Tests;

/// <summary>Directory with a small county in it, spoken to by role.</summary>
public sealed class DirectoryHost : IAsyncLifetime
{
    private ServiceHost<DirectoryDbContext>? host;

    internal ServiceHost<DirectoryDbContext> Service => host!;

    /// <summary>The system administrator of the whole deployment.</summary>
    public CallInvoker SystemAdmin => As("admin", "SystemAdmin:/*");

    public CallInvoker SecurityAdmin => As("security", "SecurityAdmin:/*");

    public CallInvoker AuditAdmin => As("audit", "AuditAdmin:/*");

    public CallInvoker Publicity => As("publicity", "Publicity:/xinxiang/*");

    public CallInvoker As(string person, params string[] grants) => Service.ChannelAs(person, grants).CreateCallInvoker();

    public ValueTask InitializeAsync() => StartAsync(Backing.Sqlite);

    public async ValueTask StartAsync(Backing backing)
    {
        var logins = Path.Combine(System.IO.Directory.CreateTempSubdirectory("studysuite-").FullName, "first-login.txt");
        host = await ServiceHost<DirectoryDbContext>.StartAsync(backing, ("Identity:FirstLoginFile", logins));
        await GivenUnitAsync("xinxiang", "新乡县委", "");
        await GivenUnitAsync("xinxiang-kegong", "县科工局", "xinxiang");
        await GivenUnitAsync("xinxiang-weijian", "县卫健委", "xinxiang");
    }

    public async Task<Unit> GivenUnitAsync(string code, string name, string parent) =>
        await new UnitService.UnitServiceClient(SystemAdmin).CreateUnitAsync(new CreateUnitRequest
        {
            UnitId = code,
            Unit = new Unit
            {
                DisplayName = name,
                Kind = UnitKind.PartyCommittee,
                Level = parent.Length == 0 ? UnitLevel.County : UnitLevel.Township,
                ParentUnit = parent.Length == 0 ? "" : $"units/{parent}",
            },
        });

    /// <summary>A new person whose id and user name are the same and unique.</summary>
    public async Task<CreatePersonResponse> GivenPersonAsync(string role = "p")
    {
        var id = $"{role}-{Guid.CreateVersion7():n}"[..30];
        return await new PersonService.PersonServiceClient(SystemAdmin).CreatePersonAsync(new CreatePersonRequest
        {
            PersonId = id,
            Person = new Person { DisplayName = "张三", Post = "局长", UserName = id },
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
public sealed class DirectoryOnServers : IAsyncLifetime
{
    public DirectoryHost Directory { get; } = new();

    public ValueTask InitializeAsync() => Directory.StartAsync(Backing.Servers);

    public ValueTask DisposeAsync() => Directory.DisposeAsync();
}
