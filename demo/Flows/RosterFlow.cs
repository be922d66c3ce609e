using Grpc.Core;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Directory.V1;

namespace StudySuite.Demo.Flows;

/// <summary>Administrators, units, people, study groups and office roles: who the replay is played by.</summary>
internal sealed class RosterFlow(Cast cast, DemoSettings settings)
{
    private const string GroupsSince = "2022-12-01";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (cast.Accounts.PasswordOf("admin") is null)
        {
            await cast.TakeOverAsync("admin", settings.FirstPassword(), cancellationToken);
        }

        await UnitsAsync();
        foreach (var (user, name) in Offices)
        {
            await PersonAsync(user, name, "", logsIn: true, cancellationToken);
        }

        await GrantsAsync();
        await Task.WhenAll(Units.Below.Prepend(Units.County).Select(unit => GroupAsync(unit, cancellationToken)));
    }

    private static readonly (string User, string Name)[] Offices =
    [
        ("security-admin", "安全管理员（演示）"), ("audit-admin", "审计管理员（演示）"),
        ("publicity", "宣传部干部（演示）"), ("publicity-head", "宣传部负责人（演示）"),
        ("county-office", "县委办干部（演示）"), ("supervision", "督查室干部（演示）"), ("observer", "旁听员（演示）"),
    ];

    private async Task UnitsAsync()
    {
        var units = new UnitService.UnitServiceClient(cast["admin"].Calls);
        await CreateAsync(Units.County, UnitLevel.County, null, 0);
        for (var i = 0; i < Units.Below.Count; i++)
        {
            await CreateAsync(Units.Below[i], UnitLevel.Township, Units.County, i + 1);
        }

        Task CreateAsync(DemoUnit unit, UnitLevel level, DemoUnit? parent, int order) => units.CreateUnitAsync(new CreateUnitRequest
        {
            UnitId = unit.Code,
            Unit = new Unit { DisplayName = unit.Name, Kind = unit.Kind, Level = level, ParentUnit = parent?.ResourceName ?? "", Order = order },
            RequestId = $"demo-unit-{unit.Code}",
        }).UnlessThereAsync();
    }

    private async Task GrantsAsync()
    {
        // The system administrator appoints the security administrator while there is none; everything else is theirs.
        await GrantAsync("admin", "security-admin", GrantRole.SecurityAdmin);
        cast["security-admin"].Refresh();
        await GrantAsync("security-admin", "audit-admin", GrantRole.AuditAdmin);
        await GrantAsync("security-admin", "publicity", GrantRole.Publicity);
        await GrantAsync("security-admin", "publicity-head", GrantRole.Publicity);
        await GrantAsync("security-admin", "county-office", GrantRole.CountyOffice);
        await GrantAsync("security-admin", "supervision", GrantRole.SupervisionOffice);
        await GrantAsync("security-admin", "observer", GrantRole.Observer);

        async Task GrantAsync(string by, string person, GrantRole role)
        {
            try
            {
                await new GrantService.GrantServiceClient(cast[by].Calls).CreateGrantAsync(new CreateGrantRequest
                {
                    GrantId = $"demo-{person}",
                    Grant = new Grant { Person = $"people/{person}", Role = role, Unit = Units.County.ResourceName },
                    RequestId = $"demo-grant-{person}",
                }).UnlessThereAsync();
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.PermissionDenied && by == "admin")
            {
                // A later run: the security administrator was appointed in the first.
            }
        }
    }

    private async Task GroupAsync(DemoUnit unit, CancellationToken cancellationToken)
    {
        await MemberAsync(unit, unit.Leader, "组长", MemberRole.Leader, MemberKind.Full, 1, true, cancellationToken);
        await MemberAsync(unit, unit.Secretary, "学习秘书", MemberRole.Secretary, MemberKind.Attending, 99, true, cancellationToken);
        var members = unit == Units.County ? 13 : 3;
        for (var i = 1; i <= members; i++)
        {
            // One member of the county's group logs in, to make up a missed session.
            var logsIn = unit == Units.County && i == 1;
            await MemberAsync(unit, $"{unit.Short}-m{i:d2}", $"成员{i:d2}", MemberRole.Member, MemberKind.Full, i + 1, logsIn, cancellationToken);
        }
    }

    private async Task MemberAsync(
        DemoUnit unit, string person, string title, MemberRole role, MemberKind kind, int order, bool logsIn,
        CancellationToken cancellationToken)
    {
        await PersonAsync(person, $"{unit.Name}{title}（演示）", title, logsIn, cancellationToken);
        await new MemberService.MemberServiceClient(cast["admin"].Calls).CreateMemberAsync(new CreateMemberRequest
        {
            Parent = unit.ResourceName,
            MemberId = person,
            Member = new Member { Person = $"people/{person}", Role = role, Kind = kind, Order = order, FromDate = GroupsSince },
            RequestId = $"demo-member-{person}",
        }).UnlessThereAsync();
    }

    private async Task PersonAsync(string user, string name, string post, bool logsIn, CancellationToken cancellationToken)
    {
        var people = new PersonService.PersonServiceClient(cast["admin"].Calls);
        var oneTimePassword = "";
        try
        {
            oneTimePassword = (await people.CreatePersonAsync(new CreatePersonRequest
            {
                PersonId = user,
                Person = new Person { DisplayName = name, Post = post, UserName = user },
                RequestId = $"demo-person-{user}",
            })).OneTimePassword;
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.AlreadyExists)
        {
        }

        if (!logsIn || cast.Accounts.PasswordOf(user) is not null)
        {
            return;
        }

        if (oneTimePassword.Length == 0)
        {
            oneTimePassword = (await people.ResetPasswordAsync(new ResetPasswordRequest { Name = $"people/{user}" })).OneTimePassword;
        }

        await cast.TakeOverAsync(user, oneTimePassword, cancellationToken);
    }
}
