using System.Text.Json.Nodes;

namespace StudySuite.Gateway.OpenApi;

/// <summary>The two forms in which a call is refused, which no proto describes.</summary>
internal static class RefusalSchemas
{
    private const string Refusal = """
        {
          "type": "object",
          "description": "google.rpc.Status in JSON. The first detail has the stable reason; with INVALID_REQUEST another one names every wrong field.",
          "required": ["code", "message", "details"],
          "properties": {
            "code": { "type": "integer", "description": "Code of gRPC." },
            "message": { "type": "string", "description": "A sentence in the language of the call." },
            "details": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "@type": { "type": "string" },
                  "reason": { "type": "string", "examples": ["UNIT_NOT_FOUND"] },
                  "domain": { "type": "string", "examples": ["planning.studysuite"] },
                  "metadata": { "type": "object", "additionalProperties": { "type": "string" } },
                  "fieldViolations": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "field": { "type": "string" },
                        "reason": { "type": "string" },
                        "description": { "type": "string" }
                      }
                    }
                  }
                }
              }
            }
          }
        }
        """;

    private const string Problem = """
        {
          "type": "object",
          "description": "The same by RFC 9457, for those who send it in Accept.",
          "required": ["type", "title", "status", "detail", "reason", "domain"],
          "properties": {
            "type": { "type": "string", "examples": ["urn:studysuite:planning:PLAN_NOT_FOUND"] },
            "title": { "type": "string", "description": "The reason." },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "A sentence in the language of the call." },
            "reason": { "type": "string", "description": "Stable, for programs." },
            "domain": { "type": "string", "examples": ["planning.studysuite"] },
            "metadata": { "type": "object", "additionalProperties": { "type": "string" } },
            "violations": {
              "type": "array",
              "description": "Every wrong field at once.",
              "items": {
                "type": "object",
                "properties": {
                  "field": { "type": "string" },
                  "reason": { "type": "string" },
                  "description": { "type": "string" }
                }
              }
            }
          }
        }
        """;

    public static JsonObject AddTo(JsonObject schemas)
    {
        schemas[nameof(Refusal)] = JsonNode.Parse(Refusal);
        schemas[nameof(Problem)] = JsonNode.Parse(Problem);
        return schemas;
    }
}
