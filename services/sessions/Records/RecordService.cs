using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Records;

internal sealed partial class RecordService(
    SessionsDbContext db, RollBook rolls, RollClosing closing, TimeProvider clock) : V1.RecordService.RecordServiceBase
{
    public override async Task<Record> GetRecord(GetRecordRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<Record> UpdateRecord(UpdateRecordRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, RecordContent.Fields);
        var wrong = new Violations();
        RecordContent.Check(request.Record, fields, wrong, clock);
        wrong.ThrowIfAny();
        var session = await FindAsync(request.Record.Name, context);
        session.RequireEtag(request.Record.Etag);

        await NameSpeakersAsync(request.Record, session, context.CancellationToken);
        session.WriteRecord(fields, request.Record);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }

    public override async Task<Record> CheckNotes(CheckNotesRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.OptionalPastDate("checked_on", request.CheckedOn, clock) ?? clock.Today();
        wrong.ThrowIfAny();
        var session = await FindAsync(request.Name, context);
        session.RequireEtag(request.Etag);

        session.CheckNotes($"people/{context.Caller().Person}", on);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }

    /// <summary>Members' names are known from the member list: nobody types them again.</summary>
    private async Task NameSpeakersAsync(Record record, StudySession session, CancellationToken cancellationToken)
    {
        var unnamed = record.Speeches.Where(speech => speech.DisplayName.Length == 0).ToList();
        var people = unnamed.Select(speech => speech.Person["people/".Length..]).ToList();
        var names = await db.MemberViews.AsNoTracking()
            .Where(member => member.Unit == session.Unit && people.Contains(member.Person))
            .GroupBy(member => member.Person)
            .Select(memberships => new { Person = memberships.Key, Name = memberships.Max(member => member!.Name)! })
            .ToDictionaryAsync(member => member.Person, member => member.Name, cancellationToken);

        var wrong = new Violations();
        for (var i = 0; i < record.Speeches.Count; i++)
        {
            var speech = record.Speeches[i];
            if (speech.DisplayName.Length == 0)
            {
                speech.DisplayName = names.GetValueOrDefault(speech.Person["people/".Length..], "");
                wrong.AddIf(speech.DisplayName.Length == 0, $"record.speeches[{i}].person", "PERSON_NOT_MEMBER");
            }
        }

        wrong.ThrowIfAny();
    }

    private Task<StudySession> FindAsync(string name, ServerCallContext context) =>
        db.FindSessionAsync(SessionName.Parse(name, "record"), context);

    internal static Record ToProto(StudySession session)
    {
        var record = session.Record.Clone();
        record.Name = $"{session.ResourceName}/record";
        record.NotesCheckedOn = session.NotesCheckedOn.ToText();
        record.NotesCheckedBy = session.NotesCheckedBy;
        record.Etag = session.Etag;
        return record;
    }
}
