using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;
using Person = StudySuite.Directory.People.Person;

namespace StudySuite.Directory.Members;

internal sealed partial class MemberService(DirectoryDbContext db, TimeProvider clock) : V1.MemberService.MemberServiceBase
{
    public override async Task<ListMembersResponse> ListMembers(ListMembersRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var asOf = wrong.OptionalDate("as_of", request.AsOf);
        wrong.ThrowIfAny();
        var size = Paging.Size(request.PageSize);
        var today = clock.Today();
        var members = db.Members.AsNoTracking().VisibleTo(context.Call(), db);
        if (request.Person.Length > 0)
        {
            var person = ResourceName.Parse("people/{person}", request.Person, "person")[0];
            members = members.Where(member => member.Person == person);
        }

        if (asOf is { } day)
        {
            members = members.Where(member => member.FromDate <= day && (member.ToDate == null || member.ToDate >= day));
        }
        else if (!request.ShowEnded)
        {
            members = members.Where(member => member.ToDate == null || member.ToDate >= today);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            members = members.Where(member => member.Unit.CompareTo(after.Unit) > 0
                || (member.Unit == after.Unit && member.Order > after.Order)
                || (member.Unit == after.Unit && member.Order == after.Order && member.Id.CompareTo(after.Id) > 0));
        }

        var read = await members.OrderBy(member => member.Unit).ThenBy(member => member.Order).ThenBy(member => member.Id)
            .Join(db.People, member => member.Person, person => person.Id, (member, person) => new { member, person })
            .Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, row => new PageKey(row.member.Unit, row.member.Order, row.member.Id));

        return new ListMembersResponse
        {
            Members = { rows.Select(row => ToProto(row.member, row.person)) },
            NextPageToken = next,
        };
    }

    private static V1.Member ToProto(Member member, Person person) => new()
    {
        Name = member.ResourceName,
        Person = person.ResourceName,
        DisplayName = person.DisplayName,
        Post = person.Post,
        Role = member.Role,
        Kind = member.Kind,
        Order = member.Order,
        FromDate = member.FromDate.ToText(),
        ToDate = member.ToDate.ToText(),
        Etag = member.Etag,
    };

    private sealed record PageKey(string Unit, int Order, string Id);
}
