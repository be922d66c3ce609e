using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Members;

internal sealed partial class MemberService
{
    public override async Task<V1.Member> EndMember(EndMemberRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/members/{member}", request.Name)[1];
        var wrong = new Violations();
        var lastDay = wrong.Date("to_date", request.ToDate);
        wrong.ThrowIfAny();
        var member = await db.Members.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(member => member.Id == id, context.CancellationToken)
            ?? throw MemberErrors.NotFound(request.Name);
        var person = await db.People.SingleAsync(person => person.Id == member.Person, context.CancellationToken);

        member.RequireEtag(request.Etag);
        member.End(lastDay);
        await db.AnnounceAsync(member.ToEvent(person), context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(member, person);
    }
}
