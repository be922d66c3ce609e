using System.Data;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Hosting;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Grants;
using StudySuite.Directory.Identity;
using StudySuite.Directory.People;
using StudySuite.Directory.Rulebooks;
using StudySuite.Directory.V1;
using StudySuite.Directory.WorkCalendars;
using Person = StudySuite.Directory.People.Person;
using Rulebook = StudySuite.Directory.Rulebooks.Rulebook;

namespace StudySuite.Directory;

/// <summary>
/// What must be there before the first call: keys, client programs, the shipped rulebook and calendars, and the one
/// administrator who creates all others. Of replicas that start together one does it, the others wait and find it done.
/// </summary>
internal sealed class FirstStart(IServiceScopeFactory scopes, FirstLogin firstLogin) : IStartupCheck
{
    private const long LockKey = 0x6469726563746F72;

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var guard = scopes.CreateAsyncScope();
        var guardDb = guard.ServiceProvider.GetRequiredService<DirectoryDbContext>();
        if (guardDb.Database.IsSqlite())
        {
            // One process only; and a transaction held here would keep the steps' own connections waiting.
            await RunAsync(cancellationToken);
            return;
        }

        // A machine on which everything starts at once takes its time for the first one.
        guardDb.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await using var transaction =
            await guardDb.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await guardDb.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey})", cancellationToken);
        await RunAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().Action = nameof(FirstStart);
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDbContext>();

        await scope.ServiceProvider.GetRequiredService<IdentityKeys>().LoadAsync(db, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<Clients>().RegisterAsync(cancellationToken);
        await PublishRulebookAsync(db, cancellationToken);
        await PublishCalendarsAsync(db, cancellationToken);
        await CreateAdministratorAsync(scope.ServiceProvider, db, cancellationToken);
    }

    private static async Task PublishRulebookAsync(DirectoryDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Rulebooks.AnyAsync(cancellationToken))
        {
            var rulebook = Rulebook.Shipped();
            db.Add(rulebook);
            await db.AnnounceAsync(rulebook.ToEvent(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task PublishCalendarsAsync(DirectoryDbContext db, CancellationToken cancellationToken)
    {
        var known = await db.WorkCalendars.Select(calendar => calendar.Year).ToListAsync(cancellationToken);
        foreach (var calendar in ShippedCalendars.Read().Where(calendar => !known.Contains(calendar.Year)))
        {
            db.Add(calendar);
            await db.AnnounceAsync(calendar.ToEvent(), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task CreateAdministratorAsync(
        IServiceProvider services, DirectoryDbContext db, CancellationToken cancellationToken)
    {
        if (await db.People.AnyAsync(cancellationToken))
        {
            return;
        }

        var password = firstLogin.ChoosePassword();
        firstLogin.Write(password);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var hash = services.GetRequiredService<Passwords>().Hash(password);
        db.Add(new Person(FirstLogin.UserName, FirstLogin.UserName, "系统管理员", "", "", new Account(hash, now)));
        var grant = new RoleGrant(FirstLogin.UserName, FirstLogin.UserName, GrantRole.SystemAdmin, unit: null);
        db.Add(grant);
        await db.AnnounceAsync(grant.ToEvent(services.GetRequiredService<TimeProvider>().Today()), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        firstLogin.Announce(password);
    }
}
