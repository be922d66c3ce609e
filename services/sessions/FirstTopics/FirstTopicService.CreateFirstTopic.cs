using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.FirstTopics;

internal sealed partial class FirstTopicService
{
    public override async Task<V1.FirstTopic> CreateFirstTopic(CreateFirstTopicRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.FirstTopic ?? new V1.FirstTopic();
        var wrong = new Violations()
            .OptionalId("first_topic_id", request.FirstTopicId)
            .Text("first_topic.title", asked.Title, 300)
            .OptionalText("first_topic.source", asked.Source)
            .OptionalUrl("first_topic.url", asked.Url)
            .Enum("first_topic.text_basis", asked.TextBasis)
            .NoSecretMarks("first_topic", asked);
        var publishedOn = wrong.PastDate("first_topic.published_on", asked.PublishedOn, clock);
        wrong.ThrowIfAny();
        var rules = await Rules.LoadAsync(db, unit, publishedOn, context.CancellationToken);

        var topic = new FirstTopic(unit, ResourceName.NewId(request.FirstTopicId));
        topic.Pool(
            asked.Title, asked.Source, asked.Url, publishedOn, asked.TextBasis, rules.Number("first_topic.followup_days"),
            rules.Rulebook);
        db.Add(topic);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("first_topic"))
        {
            throw FirstTopicErrors.Exists(topic.ResourceName);
        }

        return ToProto(topic);
    }
}
