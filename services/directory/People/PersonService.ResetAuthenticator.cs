using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Directory.People;

internal sealed partial class PersonService
{
    public override async Task<Empty> ResetAuthenticator(ResetAuthenticatorRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse("people/{person}", request.Name)[0];
        var person = await FindAsync(id, context.CancellationToken);
        if (id == context.Caller().Person)
        {
            throw PersonErrors.PasswordOfOneself();
        }

        person.Account.DropAuthenticator();
        db.Audit(person.ResourceName);
        db.Enqueue(new CredentialReset(id, "Authenticator", context.Caller().Person, clock.GetUtcNow().ToUnixTimeMilliseconds()));
        await db.SaveChangesAsync(context.CancellationToken);

        return new Empty();
    }
}
