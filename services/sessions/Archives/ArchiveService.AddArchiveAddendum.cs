using System.Text.Json.Nodes;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Archives;

internal sealed partial class ArchiveService
{
    public override Task<Archive> AddArchiveAddendum(AddArchiveAddendumRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Enum("kind", request.Kind).Text("title", request.Title)
            .Text("text", request.Text, 20_000).NoSecretMarks("", request);
        var on = wrong.OptionalPastDate("filed_on", request.FiledOn, clock) ?? clock.Today();
        wrong.ThrowIfAny();
        var name = SessionName.Parse(request.Name, "archive");

        return db.InTransactionAsync(
            async () =>
            {
                await rolls.TakeLockAsync(name, context.CancellationToken);
                var archive = await ReadAsync(name, context);
                var isEarly = string.CompareOrdinal(on.ToText(), archive.ArchivedOn) < 0;
                wrong.AddIf(isEarly, "filed_on", "FILED_BEFORE_ARCHIVING").ThrowIfAny();

                var content = new JsonObject
                {
                    ["archive"] = archive.Name,
                    ["kind"] = request.Kind.UpperSnake(),
                    ["title"] = request.Title,
                    ["text"] = request.Text,
                    ["filedOn"] = on.ToText(),
                    ["filedBy"] = $"people/{context.Caller().Person}",
                };
                await folder.AddAsync(name, request.Kind, request.Title, content, on, context.CancellationToken);
                await db.SaveChangesAsync(context.CancellationToken);
                return await ReadAsync(name, context);
            },
            context.CancellationToken);
    }
}
