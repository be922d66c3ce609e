using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Database;
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

internal class DirectoryDbContext : SuiteDbContext
{
    public DirectoryDbContext(DbContextOptions<DirectoryDbContext> options)
        : base(options)
    {
    }

    protected DirectoryDbContext(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<RoleGrant> Grants => Set<RoleGrant>();

    public DbSet<Rulebook> Rulebooks => Set<Rulebook>();

    public DbSet<WorkCalendar> WorkCalendars => Set<WorkCalendar>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<LoginSession> LoginSessions => Set<LoginSession>();

    public DbSet<SystemClient> SystemClients => Set<SystemClient>();

    public DbSet<IdentityKey> IdentityKeys => Set<IdentityKey>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.UseOpenIddict();
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreApplication>().ToTable("openiddict_application");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreAuthorization>().ToTable("openiddict_authorization");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreScope>().ToTable("openiddict_scope");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreToken>().ToTable("openiddict_token");
    }
}

/// <summary>The same model; a type of its own, because migrations belong to a context type.</summary>
internal sealed class DirectorySqliteDbContext(DbContextOptions<DirectorySqliteDbContext> options)
    : DirectoryDbContext(options);
