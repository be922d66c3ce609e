using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Suggestions;

internal sealed partial class SuggestionService(NotificationsDbContext db, TimeProvider clock)
    : V1.SuggestionService.SuggestionServiceBase
{
    public override async Task<V1.Suggestion> GetSuggestion(GetSuggestionRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context), context.Caller());

    public override async Task<ListSuggestionsResponse> ListSuggestions(
        ListSuggestionsRequest request, ServerCallContext context)
    {
        new Violations()
            .AddIf(!System.Enum.IsDefined(request.State), "state", "ENUM_UNKNOWN", ("value", request.State.ToString()))
            .ThrowIfAny();
        var size = Paging.Size(request.PageSize);
        var caller = context.Caller();

        var suggestions = SeenBy(caller, request.OwnOnly).AsNoTracking();
        if (request.State != V1.SuggestionState.Unspecified)
        {
            var state = (SuggestionState)request.State;
            suggestions = suggestions.Where(suggestion => suggestion.State == state);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            suggestions = suggestions.Where(suggestion => suggestion.CreatedAt < after.CreatedAt
                || (suggestion.CreatedAt == after.CreatedAt && suggestion.Id.CompareTo(after.Id) < 0));
        }

        var read = await suggestions.OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, s => new PageKey(s.CreatedAt, s.Id));

        return new ListSuggestionsResponse { Suggestions = { rows.Select(row => ToProto(row, caller)) }, NextPageToken = next };
    }

    private Task TellPublicityAsync(Suggestion suggestion, CancellationToken cancellationToken) => db.RaiseAsync(
        Alerts.Alert.Of(
                AlertKind.SuggestionMade, Alerts.AlertLevel.Action, suggestion.ResourceName, "", suggestion.NextVersion,
                clock.GetUtcNow())
            .For(Audience.AnyPublicity),
        cancellationToken);

    private async Task<Suggestion> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("suggestions/{suggestion}", name)[0];
        return await SeenBy(context.Caller()).SingleOrDefaultAsync(s => s.Id == id, context.CancellationToken)
            ?? throw SuggestionErrors.NotFound(name);
    }

    private IQueryable<Suggestion> SeenBy(Caller caller, bool ownOnly = false) =>
        caller.HasAnywhere([Role.Publicity]) && !ownOnly
            ? db.Suggestions
            : db.Suggestions.Where(suggestion => suggestion.Person == caller.Person);

    private static V1.Suggestion ToProto(Suggestion suggestion, Caller caller) => new()
    {
        Name = suggestion.ResourceName,
        Kind = (V1.SuggestionKind)suggestion.Kind,
        Text = suggestion.Text,
        Anonymous = suggestion.IsAnonymous,
        Author = IsHidden(suggestion, suggestion.Person, caller) ? "" : $"people/{suggestion.Person}",
        State = (V1.SuggestionState)suggestion.State,
        Answer = suggestion.Answer,
        AnswerTime = suggestion.AnsweredAt?.ToTimestamp(),
        CreateTime = suggestion.CreatedAt.ToTimestamp(),
        Etag = suggestion.Etag,
        Steps = { suggestion.Steps.Select(step => ToProto(suggestion, step, caller)) },
        Handler = suggestion.Handler is { } handler ? $"people/{handler.Person}" : "",
        HandlerName = suggestion.Handler?.Name ?? "",
    };

    private static V1.SuggestionStep ToProto(Suggestion suggestion, SuggestionStep step, Caller caller)
    {
        var isHidden = IsHidden(suggestion, step.Person, caller);
        return new V1.SuggestionStep
        {
            Kind = (V1.SuggestionStepKind)step.Kind,
            Person = isHidden ? "" : $"people/{step.Person}",
            PersonName = isHidden ? "" : step.Name,
            Text = step.Text,
            Time = step.At.ToTimestamp(),
        };
    }

    private static bool IsHidden(Suggestion suggestion, string person, Caller caller) =>
        suggestion.IsAnonymous && person == suggestion.Person && person != caller.Person;

    private sealed record PageKey(DateTimeOffset CreatedAt, string Id);
}
