using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Messaging;
using StudySuite.Sessions.Materials;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Lectures;

internal sealed partial class LectureService
{
    private static readonly string[] LectureFields = ["lecturer", "topic", "outline", "evaluation"];

    public override async Task<V1.Lecture> GetLecture(GetLectureRequest request, ServerCallContext context)
    {
        var (_, lecture) = await FindAsync(request.Name, "name", context);
        return ToProto(lecture ?? throw LectureErrors.NotFound(request.Name), context.Call().SeesRecords());
    }

    public override async Task<V1.Lecture> UpdateLecture(UpdateLectureRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, LectureFields);
        var (session, found) = await FindAsync(request.Lecture.Name, "lecture.name", context);
        RequireLecture(session);
        var lecture = found ?? db.Add(new Lecture(session.Unit, session.Id)).Entity;
        lecture.RequireEtag(request.Lecture.Etag);
        var asked = ToProto(lecture, withEvaluation: true);
        Content.Take(fields, request.Lecture, asked);
        var lecturer = await CheckAsync(asked, session, lecture, context);

        if (lecturer is not null && lecture.GiveTo(lecturer))
        {
            db.Enqueue(lecture.ToLapsed());
        }

        lecture.Write(asked);
        await SaveAsync(lecture, context.CancellationToken);

        return ToProto(lecture, withEvaluation: true);
    }

    public override async Task<V1.Lecture> FileLecture(FileLectureRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("filing_number", request.FilingNumber, 60).NoSecretMarks("", request);
        var filedOn = wrong.PastDate("filed_on", request.FiledOn, clock);
        wrong.ThrowIfAny();
        var (session, lecture) = await FindAsync(request.Name, "name", context);
        RequireLecture(session);

        (lecture ?? throw LectureErrors.NotFound(request.Name))
            .File(request.FilingNumber, filedOn, $"people/{context.Caller().Person}");
        db.Enqueue(lecture.ToFiled());
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(lecture, context.Call().SeesRecords());
    }

    private async Task<(StudySession Session, Lecture? Lecture)> FindAsync(string name, string field, ServerCallContext context)
    {
        var id = SessionName.Parse(name, "lecture", field);
        var session = await db.FindSessionAsync(id, context);
        return (session, await db.Lectures.VisibleTo(context.Call(), db)
            .SingleOrDefaultAsync(lecture => lecture.Session == id.Id, context.CancellationToken));
    }

    private static void RequireLecture(StudySession session)
    {
        if (!session.Counting.IsLecture)
        {
            throw LectureErrors.IsNoLecture(session);
        }

        if (session.State is SessionState.Cancelled or SessionState.Archived)
        {
            throw SessionErrors.WrongState(session);
        }
    }

    /// <summary>The lecturer that is asked for; null when it stays the one before.</summary>
    private async Task<Lecturer?> CheckAsync(
        V1.Lecture asked, StudySession session, Lecture lecture, ServerCallContext context)
    {
        var wrong = new Violations().Text("lecture.lecturer", asked.Lecturer)
            .OptionalText("lecture.topic", asked.Topic).OptionalText("lecture.outline", asked.Outline, 20_000)
            .OptionalText("lecture.evaluation", asked.Evaluation, 2000).NoSecretMarks("lecture", asked);
        var isOther = asked.Lecturer != lecture.Lecturer && asked.Lecturer.Length > 0;
        var parts = ResourceName.TryParse("units/{unit}/lecturers/{lecturer}", asked.Lecturer) ?? ["", ""];
        var (unit, id) = (parts[0], parts[1]);
        var lecturer = isOther
            ? await Pool(context.Call().UnitPath!)
                .SingleOrDefaultAsync(l => l.Unit == unit && l.Id == id && !l.IsRetired, context.CancellationToken)
            : null;
        wrong.AddIf(isOther && lecturer is null, "lecture.lecturer", "LECTURER_UNKNOWN", ("value", asked.Lecturer)).ThrowIfAny();
        if ((isOther && lecture.Lecturer.Length > 0 && session.HeldOn is not null)
            || (asked.Evaluation != lecture.Evaluation && session.HeldOn is null))
        {
            throw SessionErrors.WrongState(session);
        }

        return lecturer;
    }

    private async Task SaveAsync(Lecture lecture, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("lecture"))
        {
            throw CommonErrors.LostRace();
        }
    }

    private static V1.Lecture ToProto(Lecture lecture, bool withEvaluation) => new()
    {
        Name = lecture.ResourceName,
        Lecturer = lecture.Lecturer,
        Topic = lecture.Topic,
        Outline = lecture.Outline,
        Evaluation = withEvaluation ? lecture.Evaluation : "",
        FilingNumber = lecture.FilingNumber,
        FiledOn = lecture.FiledOn.ToText(),
        FiledBy = lecture.FiledBy,
        LecturerText = lecture.LecturerText,
        IsExternal = lecture.IsExternal,
        Etag = lecture.Etag,
    };
}
