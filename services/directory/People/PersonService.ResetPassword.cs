using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Grants;
using StudySuite.Directory.Identity;
using StudySuite.Directory.V1;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Directory.People;

internal sealed partial class PersonService
{
    public override async Task<ResetPasswordResponse> ResetPassword(ResetPasswordRequest request, ServerCallContext context)
    {
        var caller = context.Caller();
        var id = ResourceName.Parse("people/{person}", request.Name)[0];
        var person = await FindAsync(id, context.CancellationToken);
        if (id == caller.Person)
        {
            throw PersonErrors.PasswordOfOneself();
        }

        // Before the first log-in the system administrator has seen the one-time password anyway.
        var isAdministrator = await db.Grants.AnyAsync(
            grant => grant.Person == id && grant.RevokedAt == null && RoleGrant.AdminRoles.Contains(grant.Role),
            context.CancellationToken);
        if (isAdministrator && !person.Account.MustChange && !caller.HasAnywhere([Role.SecurityAdmin]))
        {
            throw PersonErrors.PasswordOfAdministrator(person.ResourceName);
        }

        var password = Passwords.NewOneTime();
        person.Account.Reset(passwords.HashOneTime(password), clock.GetUtcNow());
        db.Audit(person.ResourceName);
        db.Enqueue(new CredentialReset(id, "Password", caller.Person, clock.GetUtcNow().ToUnixTimeMilliseconds()));
        await db.SaveChangesAsync(context.CancellationToken);

        return new ResetPasswordResponse { OneTimePassword = password };
    }
}
