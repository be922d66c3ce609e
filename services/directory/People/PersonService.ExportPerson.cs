using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.People;

internal sealed partial class PersonService
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public override async Task<HttpBody> ExportPerson(ExportPersonRequest request, ServerCallContext context)
    {
        var caller = context.Caller();
        var id = ResourceName.Parse("people/{person}", request.Name)[0];
        id = id == "me" ? caller.Person : id;
        if (id != caller.Person && !caller.HasAnywhere([Role.SystemAdmin]))
        {
            throw PersonErrors.NotFound(request.Name);
        }

        var person = await FindAsync(id, context.CancellationToken);
        var export = await CollectAsync(person, context.CancellationToken);
        db.Audit(person.ResourceName);
        await db.SaveChangesAsync(context.CancellationToken);

        return new HttpBody
        {
            ContentType = "application/json; charset=utf-8",
            Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(export, Readable)),
        };
    }

    /// <summary>Everything that directory holds of the person; nothing that opens the account.</summary>
    private async Task<object> CollectAsync(Person person, CancellationToken cancellationToken) => new
    {
        name = person.ResourceName,
        person.UserName,
        person.DisplayName,
        person.Post,
        person.MaskedPhone,
        person.CreatedAt,
        person.UpdatedAt,
        person.AnonymisedAt,
        account = new
        {
            passwordChangedAt = person.Account.ChangedAt,
            person.Account.MustChange,
            person.Account.LockedUntil,
            person.Account.HasAuthenticator,
            person.Account.ExternalSubject,
        },
        memberships = await db.Members.AsNoTracking().Where(member => member.Person == person.Id)
            .OrderBy(member => member.FromDate)
            .Select(member => new
            {
                name = $"units/{member.Unit}/members/{member.Id}",
                role = member.Role.ToString(), kind = member.Kind.ToString(), member.FromDate, member.ToDate,
            }).ToListAsync(cancellationToken),
        grants = await db.Grants.AsNoTracking().Where(grant => grant.Person == person.Id).OrderBy(grant => grant.CreatedAt)
            .Select(grant => new { role = grant.Role.ToString(), grant.Unit, grant.CreatedAt, grant.RevokedAt })
            .ToListAsync(cancellationToken),
        loginSessions = await db.LoginSessions.AsNoTracking().Where(session => session.Person == person.Id)
            .OrderBy(session => session.StartedAt)
            .Select(session => new
            {
                session.StartedAt, session.LastUsedAt, session.EndedAt, session.Source, session.Program,
            }).ToListAsync(cancellationToken),
        audit = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Actor == person.Id || entry.Resource == person.ResourceName)
            .OrderBy(entry => entry.Sequence)
            .Select(entry => new { entry.At, entry.Actor, entry.Action, entry.Resource, entry.Outcome, entry.Source })
            .ToListAsync(cancellationToken),
    };
}
