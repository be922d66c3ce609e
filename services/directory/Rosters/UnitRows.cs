using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Units;
using StudySuite.Documents;
using Unit = StudySuite.Directory.Units.Unit;

namespace StudySuite.Directory.Rosters;

/// <summary>Units of a sheet: new ones, in whatever order the rows stand, and other names and places of known ones.</summary>
internal sealed partial class UnitRows(DirectoryDbContext db, TimeProvider clock, CallContext call)
{
    private Dictionary<string, Unit> known = [];

    public async Task TakeAsync(RosterImport import, CancellationToken cancellationToken)
    {
        known = await db.Units.ToDictionaryAsync(unit => unit.Code, cancellationToken);
        var seen = new HashSet<string>();
        var waiting = new List<SheetRow>();
        foreach (var row in import.Sound())
        {
            var code = row.Text("单位编码");
            if (!CodePattern().IsMatch(code))
            {
                import.Refuse(row, "单位编码", "ID_INVALID", ("value", code));
            }
            else if (row.Whole("顺序") is < 0 or > 9999)
            {
                import.Refuse(row, "顺序", "NUMBER_OUT_OF_RANGE", ("min", "0"), ("max", "9999"));
            }
            else if (!seen.Add(code))
            {
                import.Refuse(row, "单位编码", "ROW_TWICE", ("value", code));
            }
            else
            {
                waiting.Add(row);
            }
        }

        // A row waits until the one above it is there.
        for (var before = -1; waiting.Count > 0 && waiting.Count != before;)
        {
            before = waiting.Count;
            foreach (var row in waiting.Where(row => row.Text("上级编码") is "" || known.ContainsKey(row.Text("上级编码"))).ToList())
            {
                waiting.Remove(row);
                await TakeAsync(row, import, cancellationToken);
            }
        }

        foreach (var row in waiting)
        {
            import.Refuse(row, "上级编码", "UNIT_UNKNOWN", ("value", row.Text("上级编码")));
        }
    }

    private async Task TakeAsync(SheetRow row, RosterImport import, CancellationToken cancellationToken)
    {
        var parent = known.GetValueOrDefault(row.Text("上级编码"));
        var isNew = !known.TryGetValue(row.Text("单位编码"), out var unit);
        if (!MayChange(unit?.Path ?? parent?.Path ?? "/"))
        {
            import.Refuse(row, isNew ? "上级编码" : "单位编码", "UNIT_UNKNOWN", ("value", row.Text(isNew ? "上级编码" : "单位编码")));
            return;
        }

        if (unit is null)
        {
            await FoundAsync(row, parent, import, cancellationToken);
        }
        else
        {
            await UpdateAsync(row, unit, import, cancellationToken);
        }
    }

    private async Task FoundAsync(SheetRow row, Unit? parent, RosterImport import, CancellationToken cancellationToken)
    {
        if (parent is null && known.Values.Any(unit => unit.Parent is null))
        {
            import.Refuse(row, "上级编码", "ROOT_EXISTS");
            return;
        }

        if ((parent?.Path.Length ?? 1) + row.Text("单位编码").Length > 798)
        {
            import.Refuse(row, "上级编码", "UNIT_TOO_DEEP", ("resource", row.Text("单位编码")));
            return;
        }

        var unit = Unit.Found(
            row.Text("单位编码"), parent, row.Text("单位名称"), RosterSheets.Kinds.Of(row.Text("单位类别")),
            RosterSheets.Levels.Of(row.Text("级别")), row.Whole("顺序") ?? 0);
        unit.Reach(row.Text("联络员"));
        known.Add(unit.Code, unit);
        import.Created++;
        db.Add(unit);
        await db.KeepAsync(unit, cancellationToken);
        await db.AnnounceAsync(unit.ToEvent(), cancellationToken);
    }

    private async Task UpdateAsync(SheetRow row, Unit unit, RosterImport import, CancellationToken cancellationToken)
    {
        if ((unit.Parent ?? "") != row.Text("上级编码"))
        {
            import.Refuse(row, "上级编码", "ROW_DIFFERS", ("present", unit.Parent ?? ""));
        }

        if (RosterSheets.Kinds[unit.Kind] != row.Text("单位类别"))
        {
            import.Refuse(row, "单位类别", "ROW_DIFFERS", ("present", RosterSheets.Kinds[unit.Kind]));
        }

        if (RosterSheets.Levels[unit.Level] != row.Text("级别"))
        {
            import.Refuse(row, "级别", "ROW_DIFFERS", ("present", RosterSheets.Levels[unit.Level]));
        }

        var (name, order, liaison) = (row.Text("单位名称"), row.Whole("顺序") ?? unit.Order, row.Text("联络员"));
        if ((unit.DisplayName, unit.Order, unit.Liaison) == (name, order, liaison))
        {
            return;
        }

        unit.Rename(name);
        unit.PlaceAt(order);
        unit.Reach(liaison);
        unit.ChangeOn(unit.Since > clock.Today() ? unit.Since : clock.Today());
        import.Updated++;
        await db.KeepAsync(unit, cancellationToken);
        await db.AnnounceAsync(unit.ToEvent(), cancellationToken);
    }

    private bool MayChange(string path) => call.Caller!.HasAny(call.Roles, path);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$")]
    private static partial Regex CodePattern();
}
