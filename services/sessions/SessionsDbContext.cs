using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.Activities;
using StudySuite.Sessions.ActivityFiles;
using StudySuite.Sessions.Archives;
using StudySuite.Sessions.FirstTopics;
using StudySuite.Sessions.LeaveRequests;
using StudySuite.Sessions.Lectures;
using StudySuite.Sessions.MakeUps;
using StudySuite.Sessions.MaterialPacks;
using StudySuite.Sessions.Materials;
using StudySuite.Sessions.ResearchProjects;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.PlanItems;
using StudySuite.Sessions.Search;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions;

internal class SessionsDbContext : SuiteDbContext
{
    public SessionsDbContext(DbContextOptions<SessionsDbContext> options)
        : base(options)
    {
    }

    protected SessionsDbContext(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<StudySession> Sessions => Set<StudySession>();

    public DbSet<LeaveRequest> LeaveRequests => Set<LeaveRequest>();

    public DbSet<AttendanceRoll> Rolls => Set<AttendanceRoll>();

    public DbSet<PlanView> PlanViews => Set<PlanView>();

    public DbSet<MakeUp> MakeUps => Set<MakeUp>();

    public DbSet<MaterialFile> MaterialFiles => Set<MaterialFile>();

    public DbSet<MaterialDistribution> MaterialDistributions => Set<MaterialDistribution>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SessionArchive> Archives => Set<SessionArchive>();

    public DbSet<FirstTopic> FirstTopics => Set<FirstTopic>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<ActivityFile> ActivityFiles => Set<ActivityFile>();

    public DbSet<Lecturer> Lecturers => Set<Lecturer>();

    public DbSet<Lecture> Lectures => Set<Lecture>();

    public DbSet<ResearchProject> ResearchProjects => Set<ResearchProject>();

    /// <summary>What can be searched goes with what was changed, in the same transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await SearchIndex.UpdateAsync(this, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

/// <summary>The same model; a type of its own, because migrations belong to a context type.</summary>
internal sealed class SessionsSqliteDbContext(DbContextOptions<SessionsSqliteDbContext> options)
    : SessionsDbContext(options);
