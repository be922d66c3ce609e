using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Identity;
using StudySuite.Directory.V1;
using StudySuite.Documents;
using StudySuite.Messaging;
using StudySuite.Roster;
using Member = StudySuite.Directory.Members.Member;
using Person = StudySuite.Directory.People.Person;
using Unit = StudySuite.Directory.Units.Unit;

namespace StudySuite.Directory.Rosters;

/// <summary>Memberships of a sheet, and the people who are new in it. People who are known are not changed here.</summary>
internal sealed partial class MemberRows(DirectoryDbContext db, Passwords passwords, TimeProvider clock, CallContext call)
{
    private Dictionary<string, Unit> units = [];
    private Dictionary<string, Person> people = [];
    private Dictionary<string, MemberView> views = [];
    private ILookup<string, Member> before = Array.Empty<Member>().ToLookup(member => "");
    private readonly Dictionary<string, List<Member>> groups = [];

    public async Task TakeAsync(RosterImport import, CancellationToken cancellationToken)
    {
        var codes = import.Rows.Select(row => row.Text("单位编码")).Distinct().ToList();
        var names = import.Rows.Select(row => row.Text("用户名")).Distinct().ToList();
        units = await db.Units.AsNoTracking().Where(unit => codes.Contains(unit.Code)).ToDictionaryAsync(unit => unit.Code, cancellationToken);
        people = await db.People.Where(person => names.Contains(person.UserName)).ToDictionaryAsync(person => person.UserName, cancellationToken);
        var members = await db.Members.Where(member => codes.Contains(member.Unit)).ToListAsync(cancellationToken);
        before = members.ToLookup(member => member.Unit);
        views = await db.MemberViews.Where(view => codes.Contains(view.Unit)).ToDictionaryAsync(view => view.Member, cancellationToken);

        foreach (var row in import.Sound().Where(row => IsSound(row, import)).ToList())
        {
            Take(row, import);
        }
    }

    private bool IsSound(SheetRow row, RosterImport import)
    {
        var problems = import.Problems.Count;
        var code = row.Text("单位编码");
        if (!units.TryGetValue(code, out var unit) || !call.Caller!.HasAny(call.Roles, unit.Path))
        {
            import.Refuse(row, "单位编码", "UNIT_UNKNOWN", ("value", code));
        }
        else if (unit.ClosedOn is not null)
        {
            import.Refuse(row, "单位编码", "UNIT_CLOSED", ("resource", code));
        }

        if (!UserNamePattern().IsMatch(row.Text("用户名")))
        {
            import.Refuse(row, "用户名", "USER_NAME_INVALID", ("value", row.Text("用户名")));
        }

        if (row.Text("手机").Length > 0 && !PhonePattern().IsMatch(row.Text("手机")))
        {
            import.Refuse(row, "手机", "PHONE_NOT_MASKED");
        }

        if (row.Whole("顺序") is < 0 or > 9999)
        {
            import.Refuse(row, "顺序", "NUMBER_OUT_OF_RANGE", ("min", "0"), ("max", "9999"));
        }

        if (row.Date("免职日期") < row.Date("任职日期"))
        {
            import.Refuse(row, "免职日期", "DATE_TOO_EARLY", ("earliest", row.Date("任职日期").ToText()));
        }

        return problems == import.Problems.Count;
    }

    private void Take(SheetRow row, RosterImport import)
    {
        var person = PersonOf(row, import);
        if (person is null)
        {
            return;
        }

        var (code, from, to) = (row.Text("单位编码"), row.Date("任职日期")!.Value, row.Date("免职日期"));
        if (!groups.TryGetValue(code, out var group))
        {
            group = groups[code] = [.. before[code]];
        }

        var member = group.Find(other => other.Person == person.Id && other.FromDate == from);
        if (member is null)
        {
            Join(row, person, group, import);
        }
        else if ((member.Role, member.Kind, member.Order) != (RoleOf(row), KindOf(row), row.Whole("顺序") ?? member.Order)
            || (member.ToDate is not null && member.ToDate != to))
        {
            import.Refuse(row, "组内身份", "ROW_DIFFERS", ("present",
                $"{RosterSheets.Roles[member.Role]}、{RosterSheets.MemberKinds[member.Kind]}、{member.Order}、{member.ToDate.ToText()}"));
        }
        else if (member.ToDate is null && to is { } lastDay)
        {
            member.End(lastDay);
            import.Updated++;
            Announce(member, person);
        }
    }

    private void Join(SheetRow row, Person person, List<Member> group, RosterImport import)
    {
        var (from, to) = (row.Date("任职日期")!.Value, row.Date("免职日期"));
        var overlapping = group.Where(other => other.FromDate <= (to ?? DateOnly.MaxValue) && (other.ToDate ?? DateOnly.MaxValue) >= from).ToList();
        if (overlapping.Exists(other => other.Person == person.Id))
        {
            import.Refuse(row, "用户名", "MEMBER_EXISTS", ("resource", row.Text("用户名")));
            return;
        }

        if (RoleOf(row) == MemberRole.Leader && overlapping.Exists(other => other.Role == MemberRole.Leader))
        {
            import.Refuse(row, "组内身份", "LEADER_EXISTS", ("resource", row.Text("单位编码")));
            return;
        }

        var member = Member.Join(
            row.Text("单位编码"), ResourceName.NewId(), person.Id, RoleOf(row), KindOf(row), row.Whole("顺序") ?? 0, from);
        if (to is { } lastDay)
        {
            member.End(lastDay);
        }

        group.Add(member);
        import.Created++;
        db.Add(member);
        Announce(member, person);
    }

    private Person? PersonOf(SheetRow row, RosterImport import)
    {
        var (userName, name, post, phone) = (row.Text("用户名"), row.Text("姓名"), row.Text("职务"), row.Text("手机"));
        if (people.TryGetValue(userName, out var person))
        {
            var wrong = person.DisplayName != name ? ("姓名", person.DisplayName)
                : person.Post != post ? ("职务", person.Post)
                : person.MaskedPhone != phone ? ("手机", person.MaskedPhone) : default;
            if (wrong != default)
            {
                import.Refuse(row, wrong.Item1, "ROW_DIFFERS", ("present", wrong.Item2));
            }

            return wrong == default ? person : null;
        }

        var password = Passwords.NewOneTime();
        person = new Person(
            ResourceName.NewId(), userName, name, post, phone, new Account(passwords.HashOneTime(password), clock.GetUtcNow()));
        people.Add(userName, person);
        db.Add(person);
        import.Accounts.Add(new NewAccount { Person = person.ResourceName, UserName = userName, OneTimePassword = password });
        return person;
    }

    /// <summary>As <see cref="Announcements"/> does, without a query for each of thousands.</summary>
    private void Announce(Member member, Person person)
    {
        var evt = member.ToEvent(person);
        if (!views.TryGetValue(evt.Member, out var view))
        {
            view = views[evt.Member] = new MemberView { Member = evt.Member };
            db.Add(view);
        }

        view.Apply(evt);
        db.Enqueue(evt);
    }

    private static MemberRole RoleOf(SheetRow row) => RosterSheets.Roles.Of(row.Text("组内身份"));

    private static MemberKind KindOf(SheetRow row) => RosterSheets.MemberKinds.Of(row.Text("成员类别"));

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{1,39}$")]
    private static partial Regex UserNamePattern();

    [GeneratedRegex(@"^[0-9]{3}\*{4}[0-9]{4}$")]
    private static partial Regex PhonePattern();
}
