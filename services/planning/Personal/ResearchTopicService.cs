using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Personal;

internal sealed partial class ResearchTopicService(PlanningDbContext db, TimeProvider clock)
    : V1.ResearchTopicService.ResearchTopicServiceBase
{
    public override async Task<V1.ResearchTopic> GetResearchTopic(GetResearchTopicRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, db.ResearchTopics.VisibleTo(context.Call(), db), context));

    public override async Task<ListResearchTopicsResponse> ListResearchTopics(
        ListResearchTopicsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var topics = db.ResearchTopics.AsNoTracking().VisibleTo(context.Call(), db)
            .Where(topic => request.Year == 0 || topic.Year == request.Year);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            topics = topics.Where(topic => topic.Unit.CompareTo(after.Unit) > 0
                || (topic.Unit == after.Unit && topic.Id.CompareTo(after.Id) > 0));
        }

        var read = await topics.OrderBy(topic => topic.Unit).ThenBy(topic => topic.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, topic => new PageKey(topic.Unit, topic.Id));

        return new ListResearchTopicsResponse { ResearchTopics = { rows.Select(ToProto) }, NextPageToken = next };
    }

    /// <summary>The member's own; the secretary's are all of the unit.</summary>
    private IQueryable<ResearchTopic> Writable(ServerCallContext context)
    {
        var (caller, call) = (context.Caller(), context.Call());
        var isSecretary = caller.Has(Role.StudySecretary, call.UnitPath!);
        return db.ResearchTopics.VisibleTo(call, db).Where(topic => isSecretary || topic.Person == caller.Person);
    }

    private static async Task<ResearchTopic> FindAsync(
        string name, IQueryable<ResearchTopic> topics, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/researchTopics/{research_topic}", name)[1];
        return await topics.SingleOrDefaultAsync(topic => topic.Id == id, context.CancellationToken)
            ?? throw ResearchTopicErrors.NotFound(name);
    }

    private static V1.ResearchTopic ToProto(ResearchTopic topic) => new()
    {
        Name = topic.ResourceName,
        Person = $"people/{topic.Person}",
        Year = topic.Year,
        Title = topic.Title,
        Place = topic.Place,
        Period = topic.Period,
        PlanItem = topic.PlanItem,
        State = (V1.ResearchTopicState)topic.State,
        Outcome = topic.Outcome,
        Report = topic.Report,
        Etag = topic.Etag,
    };

    private sealed record PageKey(string Unit, string Id);
}
