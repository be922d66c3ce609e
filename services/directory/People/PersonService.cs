using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Identity;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.People;

internal sealed partial class PersonService(DirectoryDbContext db, Passwords passwords, TimeProvider clock)
    : V1.PersonService.PersonServiceBase
{
    public override async Task<V1.Person> GetPerson(GetPersonRequest request, ServerCallContext context)
    {
        var caller = context.Caller();
        var id = ResourceName.Parse("people/{person}", request.Name)[0];
        id = id == "me" ? caller.Person : id;
        if (id != caller.Person && !caller.HasAnywhere([Role.SystemAdmin, Role.SecurityAdmin]))
        {
            throw PersonErrors.NotFound(request.Name);
        }

        return ToProto(await FindAsync(id, context.CancellationToken));
    }

    public override async Task<ListPeopleResponse> ListPeople(ListPeopleRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var people = db.People.AsNoTracking().Include(person => person.Account).AsQueryable();
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            people = people.Where(person => person.UserName.CompareTo(after.UserName) > 0);
        }

        var read = await people.OrderBy(person => person.UserName).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, person => new PageKey(person.UserName));

        return new ListPeopleResponse { People = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private async Task<Person> FindAsync(string id, CancellationToken cancellationToken) =>
        await db.People.Include(person => person.Account).SingleOrDefaultAsync(person => person.Id == id, cancellationToken)
        ?? throw PersonErrors.NotFound($"people/{id}");

    private static V1.Person ToProto(Person person) => new()
    {
        Name = person.ResourceName,
        DisplayName = person.DisplayName,
        Post = person.Post,
        MaskedPhone = person.MaskedPhone,
        UserName = person.UserName,
        MustChangePassword = person.Account.MustChange,
        HasAuthenticator = person.Account.HasAuthenticator,
        AnonymiseTime = person.AnonymisedAt?.ToTimestamp(),
        Etag = person.Etag,
    };

    private sealed record PageKey(string UserName);
}
