using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Suggestions;

internal sealed partial class SuggestionService
{
    public override async Task<V1.Suggestion> TakeSuggestion(TakeSuggestionRequest request, ServerCallContext context)
    {
        var suggestion = await FindAsync(request.Name, context);
        suggestion.RequireEtag(request.Etag);

        suggestion.Take(context.Caller(), clock.GetUtcNow());
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(suggestion, context.Caller());
    }

    public override async Task<V1.Suggestion> ReopenSuggestion(ReopenSuggestionRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 2000).ThrowIfAny();
        var suggestion = await FindAsync(request.Name, context);
        suggestion.RequireEtag(request.Etag);

        suggestion.Reopen(context.Caller(), request.Reason, clock.GetUtcNow());
        await TellPublicityAsync(suggestion, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(suggestion, context.Caller());
    }

    public override async Task<V1.Suggestion> CloseSuggestion(CloseSuggestionRequest request, ServerCallContext context)
    {
        var suggestion = await FindAsync(request.Name, context);
        suggestion.RequireEtag(request.Etag);

        suggestion.Close(context.Caller(), clock.GetUtcNow());
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(suggestion, context.Caller());
    }
}
