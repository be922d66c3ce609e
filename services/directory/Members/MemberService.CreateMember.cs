using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.People;
using StudySuite.Directory.V1;
using Person = StudySuite.Directory.People.Person;

namespace StudySuite.Directory.Members;

internal sealed partial class MemberService
{
    public override async Task<V1.Member> CreateMember(CreateMemberRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.Member ?? new V1.Member();
        var wrong = new Violations()
            .OptionalId("member_id", request.MemberId)
            .Enum("member.role", asked.Role)
            .Enum("member.kind", asked.Kind)
            .Range("member.order", asked.Order, 0, 9999);
        var from = wrong.Date("member.from_date", asked.FromDate);
        wrong.ThrowIfAny();
        var person = await FindPersonAsync(asked.Person, context.CancellationToken);

        var member = Member.Join(
            unit, ResourceName.NewId(request.MemberId), person.Id, asked.Role, asked.Kind, asked.Order, from);
        await RequireNoOverlapAsync(member, context.CancellationToken);

        db.Add(member);
        await db.AnnounceAsync(member.ToEvent(person), context.CancellationToken);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("member", "role"))
        {
            throw MemberErrors.LeaderExists(unit);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("member"))
        {
            throw MemberErrors.Exists(member.ResourceName);
        }

        return ToProto(member, person);
    }

    private async Task<Person> FindPersonAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse("people/{person}", name, "member.person")[0];
        return await db.People.SingleOrDefaultAsync(person => person.Id == id, cancellationToken)
            ?? throw PersonErrors.NotFound(name);
    }

    /// <summary>Against memberships with an end; against open ones the indexes decide.</summary>
    private async Task RequireNoOverlapAsync(Member joining, CancellationToken cancellationToken)
    {
        var overlapping = db.Members.AsNoTracking().Where(member => member.Unit == joining.Unit
            && (member.ToDate == null || member.ToDate >= joining.FromDate));
        var same = await overlapping.FirstOrDefaultAsync(member => member.Person == joining.Person, cancellationToken);
        if (same is not null)
        {
            throw MemberErrors.Exists(same.ResourceName);
        }

        if (joining.Role == MemberRole.Leader
            && await overlapping.AnyAsync(member => member.Role == MemberRole.Leader, cancellationToken))
        {
            throw MemberErrors.LeaderExists(joining.Unit);
        }
    }
}
