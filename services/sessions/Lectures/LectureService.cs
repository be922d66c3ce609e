using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Lectures;

internal sealed partial class LectureService(SessionsDbContext db, TimeProvider clock) : V1.LectureService.LectureServiceBase
{
    private static readonly string[] LecturerFields = ["person_name", "employer", "title", "topics", "is_external", "is_retired"];

    public override async Task<V1.Lecturer> CreateLecturer(CreateLecturerRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.Lecturer ?? new V1.Lecturer();
        var wrong = new Violations().OptionalId("lecturer_id", request.LecturerId);
        Check(asked, wrong);

        var lecturer = new Lecturer(unit, ResourceName.NewId(request.LecturerId));
        lecturer.Write(asked);
        db.Add(lecturer);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("lecturer"))
        {
            throw LectureErrors.LecturerExists(lecturer.ResourceName);
        }

        return ToProto(lecturer);
    }

    public override async Task<V1.Lecturer> UpdateLecturer(UpdateLecturerRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, LecturerFields);
        var id = ResourceName.Parse("units/{unit}/lecturers/{lecturer}", request.Lecturer.Name, "lecturer.name")[1];
        var lecturer = await db.Lecturers.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(l => l.Id == id, context.CancellationToken)
            ?? throw LectureErrors.LecturerNotFound(request.Lecturer.Name);
        lecturer.RequireEtag(request.Lecturer.Etag);
        var asked = ToProto(lecturer);
        Content.Take(fields, request.Lecturer, asked);
        Check(asked, new Violations());

        lecturer.Write(asked);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(lecturer);
    }

    public override async Task<ListLecturersResponse> ListLecturers(ListLecturersRequest request, ServerCallContext context)
    {
        ResourceName.Parse("units/{unit}", request.Parent, "parent");
        var size = Paging.Size(request.PageSize);
        var lecturers = Pool(context.Call().UnitPath!).AsNoTracking().Where(l => request.ShowRetired || !l.IsRetired);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            lecturers = lecturers.Where(l => l.PersonName.CompareTo(after.Person) > 0
                || (l.PersonName == after.Person && l.Unit.CompareTo(after.Unit) > 0)
                || (l.PersonName == after.Person && l.Unit == after.Unit && l.Id.CompareTo(after.Id) > 0));
        }

        var read = await lecturers.OrderBy(l => l.PersonName).ThenBy(l => l.Unit).ThenBy(l => l.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, l => new PageKey(l.PersonName, l.Unit, l.Id));

        return new ListLecturersResponse { Lecturers = { rows.Select(ToProto) }, NextPageToken = next };
    }

    /// <summary>Of the unit and of those above it: a county's pool serves all of its units.</summary>
    private IQueryable<Lecturer> Pool(string unitPath)
    {
        var units = unitPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return db.Lecturers.Where(lecturer => units.Contains(lecturer.Unit));
    }

    private static void Check(V1.Lecturer asked, Violations wrong)
    {
        wrong.Text("lecturer.person_name", asked.PersonName, 100).Text("lecturer.employer", asked.Employer)
            .OptionalText("lecturer.title", asked.Title, 100).Range("lecturer.topics", asked.Topics.Count, 0, 20)
            .NoSecretMarks("lecturer", asked);
        for (var i = 0; i < asked.Topics.Count; i++)
        {
            wrong.Text($"lecturer.topics[{i}]", asked.Topics[i], 100);
        }

        wrong.ThrowIfAny();
    }

    private static V1.Lecturer ToProto(Lecturer lecturer) => new()
    {
        Name = lecturer.ResourceName,
        PersonName = lecturer.PersonName,
        Employer = lecturer.Employer,
        Title = lecturer.Title,
        Topics = { lecturer.Topics },
        IsExternal = lecturer.IsExternal,
        IsRetired = lecturer.IsRetired,
        Etag = lecturer.Etag,
    };

    private sealed record PageKey(string Person, string Unit, string Id);
}
