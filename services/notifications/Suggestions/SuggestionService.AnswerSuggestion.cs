using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Suggestions;

internal sealed partial class SuggestionService
{
    public override async Task<V1.Suggestion> AnswerSuggestion(AnswerSuggestionRequest request, ServerCallContext context)
    {
        new Violations().Text("answer", request.Answer, 2000).ThrowIfAny();
        var suggestion = await FindAsync(request.Name, context);
        suggestion.RequireEtag(request.Etag);

        suggestion.Reply(context.Caller(), request.Answer, clock.GetUtcNow());
        await db.RaiseAsync(
            Alerts.Alert.Of(
                    AlertKind.SuggestionAnswered, Alerts.AlertLevel.Info, suggestion.ResourceName, "",
                    suggestion.NextVersion, clock.GetUtcNow())
                .For(Audience.Person(suggestion.Person)),
            context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(suggestion, context.Caller());
    }
}
