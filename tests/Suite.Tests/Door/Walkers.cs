using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using StudySuite.Defaults.Access;
using StudySuite.Demo.Access;
using StudySuite.Directory.V1;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests;

/// <summary>The units of the access walk below the county, and one person for each role on <c>walk-own</c>, logged in.</summary>
internal sealed class Walkers(Cast cast, GrpcChannel gateway)
{
    private readonly Dictionary<Role, CallInvoker> invokers = [];

    /// <summary>Without what the demo's client does: no repeats, so that a refusal is seen at once.</summary>
    /// <summary>A role that cannot be granted is the suite's own; nobody logs in with it.</summary>
    public static IReadOnlyList<Role> Roles { get; } =
        [.. Enum.GetValues<Role>().Where(role => Enum.TryParse<GrantRole>(role.ToString(), out _))];

    public CallInvoker As(Role? role) => role is { } held ? invokers[held] : gateway.CreateCallInvoker();

    public async Task SetOutAsync(CancellationToken cancellationToken)
    {
        foreach (var (code, parent) in AccessWalk.Units)
        {
            await new UnitService.UnitServiceClient(cast["admin"].Calls).CreateUnitAsync(new CreateUnitRequest
            {
                UnitId = code,
                Unit = new Unit
                {
                    DisplayName = code, Kind = UnitKind.Other, Level = UnitLevel.Township, ParentUnit = $"units/{parent ?? "xinxiang"}",
                },
            });
        }

        foreach (var role in Roles)
        {
            var person = $"walk-{role}".ToLowerInvariant();
            var made = await new PersonService.PersonServiceClient(cast["admin"].Calls).CreatePersonAsync(
                new CreatePersonRequest { PersonId = person, Person = new Person { DisplayName = person, UserName = person } });
            await AppointAsync(person, role);
            await cast.TakeOverAsync(person, made.OneTimePassword, cancellationToken);
            var headers = new Metadata { { "authorization", $"Bearer {await cast[person].TokenAsync(cancellationToken)}" } };
            invokers.Add(role, gateway.Intercept(sent =>
            {
                foreach (var header in headers)
                {
                    sent.Add(header);
                }

                return sent;
            }));
        }
    }

    /// <summary>What directory puts into the token: a leader is a member of the group too.</summary>
    public static Role[] HeldBy(Role role) => role == Role.GroupLeader ? [role, Role.Member] : [role];

    private async Task AppointAsync(string person, Role role)
    {
        MemberRole? seat = role switch
        {
            Role.GroupLeader => MemberRole.Leader,
            Role.StudySecretary => MemberRole.Secretary,
            Role.Member => MemberRole.Member,
            _ => null,
        };
        if (seat is { } asMember)
        {
            await new MemberService.MemberServiceClient(cast["admin"].Calls).CreateMemberAsync(new CreateMemberRequest
            {
                Parent = "units/walk-own",
                Member = new Member
                {
                    Person = $"people/{person}", Role = asMember, FromDate = "2023-01-01",
                    Kind = role == Role.StudySecretary ? MemberKind.Attending : MemberKind.Full,
                },
            });
            return;
        }

        await new GrantService.GrantServiceClient(cast["security-admin"].Calls).CreateGrantAsync(new CreateGrantRequest
        {
            Grant = new Directory.V1.Grant { Person = $"people/{person}", Role = Enum.Parse<GrantRole>(role.ToString()), Unit = "units/walk-own" },
        });
    }
}
