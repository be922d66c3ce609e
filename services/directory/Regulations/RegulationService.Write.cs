using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Units;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Regulations;

internal sealed partial class RegulationService
{
    private static readonly string[] Fields =
        ["title", "issuer", "document_number", "issued_on", "level", "status", "superseded_by", "url"];

    public override async Task<V1.Regulation> CreateRegulation(CreateRegulationRequest request, ServerCallContext context)
    {
        await RequireWholeTreeAsync(context);
        var regulation = new Regulation(ResourceName.NewId(request.RegulationId));
        var wrong = new Violations().OptionalId("regulation_id", request.RegulationId);
        await TakeAsync(regulation, request.Regulation ?? new V1.Regulation(), [.. Fields], wrong, context.CancellationToken);

        db.Add(regulation);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("regulation"))
        {
            throw RegulationErrors.Exists(regulation.ResourceName);
        }

        return ToProto(regulation);
    }

    public override async Task<V1.Regulation> UpdateRegulation(UpdateRegulationRequest request, ServerCallContext context)
    {
        await RequireWholeTreeAsync(context);
        var asked = request.Regulation ?? new V1.Regulation();
        var fields = Masks.Writable(request.UpdateMask, Fields);
        var regulation = await FindAsync(asked.Name, context.CancellationToken);

        regulation.RequireEtag(asked.Etag);
        await TakeAsync(regulation, asked, fields, new Violations(), context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(regulation);
    }

    private async Task TakeAsync(
        Regulation regulation, V1.Regulation asked, HashSet<string> fields, Violations wrong, CancellationToken cancellationToken)
    {
        regulation.Title = fields.Contains("title") ? asked.Title : regulation.Title;
        regulation.Issuer = fields.Contains("issuer") ? asked.Issuer : regulation.Issuer;
        regulation.DocumentNumber = fields.Contains("document_number") ? asked.DocumentNumber : regulation.DocumentNumber;
        regulation.IssuedOn = fields.Contains("issued_on") ? wrong.Date("regulation.issued_on", asked.IssuedOn) : regulation.IssuedOn;
        regulation.Level = fields.Contains("level") ? asked.Level : regulation.Level;
        regulation.Status = fields.Contains("status") ? asked.Status : regulation.Status;
        regulation.Url = fields.Contains("url") ? asked.Url : regulation.Url;
        if (fields.Contains("superseded_by"))
        {
            regulation.SupersededBy = asked.SupersededBy.Length == 0
                ? null
                : ResourceName.Parse(Pattern, asked.SupersededBy, "regulation.superseded_by")[0];
        }

        wrong.Text("regulation.title", regulation.Title)
            .Text("regulation.issuer", regulation.Issuer, 100)
            .OptionalText("regulation.document_number", regulation.DocumentNumber, 60)
            .OptionalText("regulation.url", regulation.Url, 500)
            .Enum("regulation.level", regulation.Level)
            .Enum("regulation.status", regulation.Status)
            .AddIf(
                (regulation.SupersededBy is not null) != (regulation.Status == RegulationStatus.Superseded)
                    || regulation.SupersededBy == regulation.Id,
                "regulation.superseded_by", "SUPERSEDED_BY_WHAT")
            .ThrowIfAny();
        if (regulation.SupersededBy is { } successor
            && !await db.Regulations.AnyAsync(other => other.Id == successor, cancellationToken))
        {
            throw RegulationErrors.NotFound(asked.SupersededBy);
        }
    }

    /// <summary>The register is everybody's, so a role on a part of the tree is not enough.</summary>
    private async Task RequireWholeTreeAsync(ServerCallContext context)
    {
        var call = context.Call();
        if (!call.Caller!.HasAny(call.Roles, await db.RootPathAsync(context.CancellationToken)))
        {
            throw CommonErrors.RoleMissing(call.Action);
        }
    }
}
