using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Identity;
using StudySuite.Directory.V1;
using StudySuite.Documents;

namespace StudySuite.Directory.Rosters;

internal sealed partial class RosterService(DirectoryDbContext db, Passwords passwords, TimeProvider clock)
    : V1.RosterService.RosterServiceBase
{
    public override Task<HttpBody> DownloadRosterTemplate(DownloadRosterTemplateRequest request, ServerCallContext context)
    {
        var template = TemplateOf(request.Sheet);
        return Task.FromResult(Download.Send(context, new Download($"{template.Name}导入模板.xlsx", Download.Xlsx, template.ToXlsx())));
    }

    public override async Task<HttpBody> ExportRoster(ExportRosterRequest request, ServerCallContext context)
    {
        var template = TemplateOf(request.Sheet);
        var table = template.ToTable();
        if (request.Sheet == RosterSheet.Units)
        {
            await AddUnitsAsync(table, context);
        }
        else
        {
            await AddMembersAsync(table, context);
        }

        return Download.Send(context, table.ToDownload($"{template.Name}{clock.Today():yyyyMMdd}"));
    }

    private async Task AddUnitsAsync(Table table, ServerCallContext context)
    {
        var visible = db.UnitViews.GrantedTo(context.Call());
        var units = await db.Units.AsNoTracking()
            .Where(unit => unit.ClosedOn == null && visible.Any(view => view.Code == unit.Code))
            .OrderBy(unit => unit.Path).ToListAsync(context.CancellationToken);
        foreach (var unit in units)
        {
            table.Row(
                unit.Code, unit.DisplayName, RosterSheets.Kinds[unit.Kind], RosterSheets.Levels[unit.Level], unit.Parent ?? "",
                unit.Order, unit.Liaison);
        }
    }

    private async Task AddMembersAsync(Table table, ServerCallContext context)
    {
        var rows = await db.Members.AsNoTracking().VisibleTo(context.Call(), db)
            .Join(db.People, member => member.Person, person => person.Id, (member, person) => new { member, person })
            .OrderBy(row => row.member.Unit).ThenBy(row => row.member.Order).ThenBy(row => row.member.Id)
            .ToListAsync(context.CancellationToken);
        foreach (var (member, person) in rows.Select(row => (row.member, row.person)))
        {
            table.Row(
                member.Unit, person.UserName, person.DisplayName, person.Post, person.MaskedPhone,
                RosterSheets.Roles[member.Role], RosterSheets.MemberKinds[member.Kind], member.Order, member.FromDate, member.ToDate);
        }
    }

    private static SheetTemplate TemplateOf(RosterSheet sheet)
    {
        new Violations().Enum("sheet", sheet).ThrowIfAny();
        return sheet == RosterSheet.Units ? RosterSheets.Units : RosterSheets.Members;
    }
}
