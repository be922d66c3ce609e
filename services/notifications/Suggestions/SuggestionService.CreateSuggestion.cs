using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Suggestions;

internal sealed partial class SuggestionService
{
    public override async Task<V1.Suggestion> CreateSuggestion(CreateSuggestionRequest request, ServerCallContext context)
    {
        var asked = request.Suggestion ?? new V1.Suggestion();
        new Violations()
            .OptionalId("suggestion_id", request.SuggestionId)
            .Enum("suggestion.kind", asked.Kind)
            .Text("suggestion.text", asked.Text, 2000)
            .ThrowIfAny();

        var suggestion = new Suggestion(
            ResourceName.NewId(request.SuggestionId), context.Caller().Person, context.Caller().Name,
            (SuggestionKind)asked.Kind, asked.Text, asked.Anonymous);
        db.Add(suggestion);
        await TellPublicityAsync(suggestion, context.CancellationToken);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("suggestion"))
        {
            throw SuggestionErrors.Exists(suggestion.ResourceName);
        }

        return ToProto(suggestion, context.Caller());
    }
}
