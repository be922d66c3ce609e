using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.ResearchProjects;

internal sealed partial class ResearchProjectService(SessionsDbContext db, TimeProvider clock)
    : V1.ResearchProjectService.ResearchProjectServiceBase
{
    public override async Task<V1.ResearchProject> GetResearchProject(
        GetResearchProjectRequest request, ServerCallContext context) =>
        (await FindAsync(request.Name, context)).ToProto();

    public override async Task<ListResearchProjectsResponse> ListResearchProjects(
        ListResearchProjectsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var projects = db.ResearchProjects.AsNoTracking().VisibleTo(context.Call(), db)
            .Where(project => request.Year == 0 || project.Year == request.Year);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            projects = projects.Where(project => project.Unit.CompareTo(after.Unit) > 0
                || (project.Unit == after.Unit && project.Id.CompareTo(after.Id) > 0));
        }

        var read = await projects.OrderBy(project => project.Unit).ThenBy(project => project.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, project => new PageKey(project.Unit, project.Id));

        return new ListResearchProjectsResponse { ResearchProjects = { rows.Select(row => row.ToProto()) }, NextPageToken = next };
    }

    private async Task<ResearchProject> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/researchProjects/{research_project}", name)[1];
        return await db.ResearchProjects.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(project => project.Id == id, context.CancellationToken)
            ?? throw ResearchErrors.NotFound(name);
    }

    /// <summary>The secretary keeps all of the unit, a member the own.</summary>
    private async Task<ResearchProject> FindOwnAsync(string name, string etag, ServerCallContext context)
    {
        var project = await FindAsync(name, context);
        project.RequireEtag(etag);
        RequireOwn(project.People, context);
        return project;
    }

    private static void RequireOwn(IEnumerable<string> people, ServerCallContext context)
    {
        var caller = context.Caller();
        if (!caller.Has(Role.StudySecretary, context.Call().UnitPath!) && !people.Contains(caller.Person))
        {
            throw ResearchErrors.NotYours();
        }
    }

    private sealed record PageKey(string Unit, string Id);
}
