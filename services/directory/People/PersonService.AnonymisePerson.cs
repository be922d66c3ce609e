using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.People;

internal sealed partial class PersonService
{
    public override async Task<V1.Person> AnonymisePerson(AnonymisePersonRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse("people/{person}", request.Name)[0];
        var person = await FindAsync(id, context.CancellationToken);
        if (id == context.Caller().Person)
        {
            throw PersonErrors.AnonymiseOneself();
        }

        var today = clock.Today();
        if (await db.Members.AnyAsync(
                member => member.Person == id && (member.ToDate == null || member.ToDate >= today), context.CancellationToken)
            || await db.Grants.AnyAsync(grant => grant.Person == id && grant.RevokedAt == null, context.CancellationToken))
        {
            throw PersonErrors.StillServes(person);
        }

        person.RequireEtag(request.Etag);
        person.Anonymise(clock.GetUtcNow());

        // Every service shows names from the memberships that it was told of; a new version of each takes the name out.
        foreach (var member in await db.Members.Where(member => member.Person == id).ToListAsync(context.CancellationToken))
        {
            db.Update(member);
            await db.AnnounceAsync(member.ToEvent(person), context.CancellationToken);
        }

        await db.SaveChangesAsync(context.CancellationToken);
        await db.LoginSessions.Where(session => session.Person == id).ExecuteDeleteAsync(context.CancellationToken);

        return ToProto(person);
    }
}
