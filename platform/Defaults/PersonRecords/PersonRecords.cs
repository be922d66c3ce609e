using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Hosting;
using StudySuite.Defaults.Requests;

namespace StudySuite.Defaults.PersonRecords;

/// <summary>
/// What a service's database holds of a person, for that person alone: rows of their own in full, and of other rows
/// which they are and as what they name the person. The same for all services: a <c>PersonRecordService</c> only passes
/// it on, and a table that comes later is in it by itself.
/// </summary>
public sealed class PersonRecords<TDb>
    where TDb : DbContext
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly TDb db;
    private readonly ServiceInfo<TDb> service;

    internal PersonRecords(TDb db, ServiceInfo<TDb> service) => (this.db, this.service) = (db, service);

    /// <param name="name"><c>people/me</c>, or the caller's own name.</param>
    public async Task<HttpBody> ExportAsync(string name, ServerCallContext context)
    {
        var caller = context.Caller().Person;
        if (ResourceName.Parse("people/{person}", name)[0] is var person && person != "me" && person != caller)
        {
            throw CommonErrors.RoleMissing(context.Call().Action);
        }

        var (own, mentions) = await new PersonTables(db, caller).ReadAsync(context.CancellationToken);
        var audit = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Actor == caller).OrderBy(entry => entry.Sequence)
            .Select(entry => new { entry.At, entry.Action, entry.Resource, entry.Outcome, entry.Source })
            .ToListAsync(context.CancellationToken);
        db.Audit($"people/{caller}");
        await db.SaveChangesAsync(context.CancellationToken);

        return new HttpBody
        {
            ContentType = "application/json; charset=utf-8",
            Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(
                new { service = service.Name, person = $"people/{caller}", own, mentions, audit }, Readable)),
        };
    }
}
