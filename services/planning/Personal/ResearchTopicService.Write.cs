using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;
using StudySuite.Roster;

namespace StudySuite.Planning.Personal;

internal sealed partial class ResearchTopicService
{
    private static readonly string[] Fields = ["title", "place", "period", "plan_item"];

    public override async Task<V1.ResearchTopic> CreateResearchTopic(
        CreateResearchTopicRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.ResearchTopic ?? new V1.ResearchTopic();
        var wrong = new Violations()
            .OptionalId("research_topic_id", request.ResearchTopicId)
            .Range("research_topic.year", asked.Year, 2000, 2100);
        Check(asked, [.. Fields], wrong);
        var person = await PersonAsync(asked.Person, unit, context);

        var topic = new ResearchTopic(unit, ResourceName.NewId(request.ResearchTopicId), person, asked.Year);
        topic.Write(asked.Title, asked.Place, asked.Period, asked.PlanItem);
        db.Add(topic);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("research_topic"))
        {
            throw ResearchTopicErrors.Exists(topic.ResourceName);
        }

        return ToProto(topic);
    }

    public override async Task<V1.ResearchTopic> UpdateResearchTopic(
        UpdateResearchTopicRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, Fields);
        var asked = request.ResearchTopic ?? new V1.ResearchTopic();
        Check(asked, fields, new Violations());
        var topic = await FindAsync(asked.Name, Writable(context), context);
        topic.RequireEtag(asked.Etag);

        topic.Write(
            fields.Contains("title") ? asked.Title : null, fields.Contains("place") ? asked.Place : null,
            fields.Contains("period") ? asked.Period : null, fields.Contains("plan_item") ? asked.PlanItem : null);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(topic);
    }

    public override async Task<V1.ResearchTopic> CompleteResearchTopic(
        CompleteResearchTopicRequest request, ServerCallContext context)
    {
        new Violations().Text("outcome", request.Outcome, 2000).OptionalText("report", request.Report, 300).ThrowIfAny();
        var topic = await FindAsync(request.Name, Writable(context), context);

        topic.Complete(request.Outcome, request.Report);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(topic);
    }

    public override async Task<V1.ResearchTopic> DropResearchTopic(
        DropResearchTopicRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 1000).ThrowIfAny();
        var topic = await FindAsync(request.Name, Writable(context), context);

        topic.Drop(request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(topic);
    }

    /// <summary>The caller, or the member for whom the secretary writes.</summary>
    private async Task<string> PersonAsync(string name, string unit, ServerCallContext context)
    {
        var caller = context.Caller();
        var person = name.Length == 0 ? caller.Person : ResourceName.Parse("people/{person}", name, "research_topic.person")[0];
        var isOthers = person != caller.Person;
        var mayWrite = !isOthers || (caller.Has(Role.StudySecretary, context.Call().UnitPath!)
            && await db.MemberViews.OfUnitOn(unit, clock.Today()).AnyAsync(m => m.Person == person, context.CancellationToken));
        return mayWrite ? person : throw ResearchTopicErrors.MemberUnknown(name);
    }

    private static void Check(V1.ResearchTopic topic, HashSet<string> fields, Violations wrong)
    {
        if (fields.Contains("title"))
        {
            wrong.Text("research_topic.title", topic.Title);
        }

        wrong.OptionalText("research_topic.place", topic.Place).OptionalText("research_topic.period", topic.Period, 100)
            .OptionalText("research_topic.plan_item", topic.PlanItem)
            .ThrowIfAny();
    }
}
