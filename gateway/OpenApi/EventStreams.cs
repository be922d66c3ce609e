using System.Text.Json.Nodes;

namespace StudySuite.Gateway.OpenApi;

/// <summary>Server-sent events, for browsers: no proto describes them, each stands beside the RPC that streams the
/// same.</summary>
internal static class EventStreams
{
    private const string Inbox = """
        {
          "tags": ["notifications.InboxService"],
          "operationId": "notifications.InboxService.WatchInboxEvents",
          "summary": "Watches an inbox as server-sent events",
          "description": "The same as WatchInbox, for browsers (EventSource with a token needs fetch). Ends after ten minutes at the latest, or with the token; come again with Last-Event-ID. Errors: INBOX_NOT_FOUND.",
          "parameters": [
            { "name": "person", "in": "path", "required": true, "description": "me, or one's own id.", "schema": { "type": "string" } },
            { "name": "Last-Event-ID", "in": "header", "required": false, "description": "Of the last event that was seen.", "schema": { "type": "string" } }
          ],
          "responses": {
            "200": {
              "description": "Events as they come; the data of each is a notifications.InboxItem.",
              "content": { "text/event-stream": { "schema": { "type": "string" } } }
            },
            "4XX": {
              "description": "Refused.",
              "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Refusal" } } }
            }
          },
          "x-error-reasons": ["INBOX_NOT_FOUND"]
        }
        """;

    public static void AddTo(SortedDictionary<string, JsonObject> paths) =>
        paths["/notifications/v1/people/{person}/inboxItems:events"] = new JsonObject { ["get"] = JsonNode.Parse(Inbox) };
}
