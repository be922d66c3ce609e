using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.FirstTopics;
using StudySuite.Sessions.Lectures;
using StudySuite.Sessions.PlanItems;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Records;

internal sealed partial class RecordService(
    SessionsDbContext db, RollBook rolls, RollClosing closing, StudiedTopics topics, TimeProvider clock)
    : V1.RecordService.RecordServiceBase
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
        session.Require(SessionState.Held, SessionState.Recorded);
        wrong.AddIf(session.HasRecord && request.Record.Etag.Length == 0, "record.etag", "FIELD_REQUIRED").ThrowIfAny();
        session.RequireEtag(request.Record.Etag);
        await topics.CheckAsync(session, request.Record, fields, context.CancellationToken);
        await NameSpeakersAsync(request.Record, session.Unit, context.CancellationToken);

        var planned = await db.FindPlannedAsync(session.PlanItem, context.CancellationToken);
        var lecture = await db.FindLectureAsync(session, context.CancellationToken);
        session.WriteRecord(
            fields, request.Record, await WriterAsync(session, context), lecture?.LecturerText ?? planned?.Lecturer ?? "");
        if (lecture?.FiledOn is { } filedOn)
        {
            session.TakeFiling(lecture.FilingNumber, filedOn);
        }

        if (session.State == SessionState.Recorded)
        {
            var sheet = await rolls.ReadAsync(new SessionName(session.Unit, session.Id), context.CancellationToken);
            await topics.StudyAsync(session, sheet, context.CancellationToken);
        }

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

    private async Task<string> WriterAsync(StudySession session, ServerCallContext context)
    {
        var (name, person) = (context.Caller().Name, context.Caller().Person);
        return await db.MemberViews.Where(member => member.Unit == session.Unit && member.Person == person)
            .Select(member => member.Name).FirstOrDefaultAsync(context.CancellationToken) ?? name;
    }

    /// <summary>Members are known by name already, so nobody has to write it again.</summary>
    private async Task NameSpeakersAsync(Record record, string unit, CancellationToken cancellationToken)
    {
        var people = record.Speeches.Where(speech => speech.DisplayName.Length == 0)
            .Select(speech => speech.Person["people/".Length..]).Distinct().ToList();
        if (people.Count == 0)
        {
            return;
        }

        var names = await db.MemberViews.Where(member => member.Unit == unit && people.Contains(member.Person))
            .Select(member => new { member.Person, member.Name }).ToListAsync(cancellationToken);
        var wrong = new Violations();
        for (var i = 0; i < record.Speeches.Count; i++)
        {
            var speech = record.Speeches[i];
            if (speech.DisplayName.Length == 0)
            {
                speech.DisplayName = names.FirstOrDefault(name => $"people/{name.Person}" == speech.Person)?.Name ?? "";
                wrong.AddIf(
                    speech.DisplayName.Length == 0, $"record.speeches[{i}].person", "PERSON_NOT_MEMBER", ("person", speech.Person));
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
