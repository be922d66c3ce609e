using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace StudySuite.Bulletin.Drafts;

/// <summary><c>{单位:xinxiang-kegong}</c> becomes the unit's name, so that nobody types names.</summary>
internal static partial class UnitNames
{
    public static async Task<BulletinText> InsertAsync(
        BulletinDbContext db, BulletinText text, CancellationToken cancellationToken)
    {
        string[] all =
        [
            text.Overview, text.Practices, text.Problems, text.Requirements, .. text.GoodPractices.Select(p => p.Text),
        ];
        var codes = all.SelectMany(one => Place().Matches(one)).Select(match => match.Groups[1].Value).Distinct().ToList();
        if (codes.Count == 0)
        {
            return text;
        }

        var names = await db.UnitViews.AsNoTracking().Where(unit => codes.Contains(unit.Code))
            .ToDictionaryAsync(unit => unit.Code, unit => unit.Name, cancellationToken);
        return new BulletinText(
            Insert(text.Overview), Insert(text.Practices), Insert(text.Problems), Insert(text.Requirements),
            [.. text.GoodPractices.Select(practice => practice with { Text = Insert(practice.Text) })]);

        // What is no unit stays in its braces for the reader to see.
        string Insert(string one) =>
            Place().Replace(one, match => names.GetValueOrDefault(match.Groups[1].Value, match.Value));
    }

    [GeneratedRegex(@"\{单位[:：]([a-z0-9-]{2,60})\}")]
    private static partial Regex Place();
}
