using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Directory.Units;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Rulebooks;

internal sealed partial class RulebookService
{
    public override async Task<V1.Rulebook> PublishRulebook(PublishRulebookRequest request, ServerCallContext context)
    {
        var (_, rulebook) = await DraftAsync(request, context);
        db.Add(rulebook);
        await db.AnnounceAsync(rulebook.ToEvent(), context.CancellationToken);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("rulebook") || error.IsUniqueViolation("rulebook_view"))
        {
            throw CommonErrors.LostRace();
        }

        return ToProto(rulebook);
    }

    /// <summary>The version before, and the one that the request makes of it; nothing is kept.</summary>
    private async Task<(Rulebook Latest, Rulebook Next)> DraftAsync(PublishRulebookRequest request, ServerCallContext context)
    {
        await RequireMayChangeAsync(request, context);
        var latest = await db.Rulebooks.AsNoTracking().OrderByDescending(rulebook => rulebook.Number)
            .FirstAsync(context.CancellationToken);
        var kinds = await db.UnitViews.AsNoTracking().ToDictionaryAsync(unit => unit.Code, unit => unit.Kind, context.CancellationToken);
        return (latest, RulebookDraft.Of(request, latest, kinds));
    }

    /// <summary>
    /// What holds for all units or for a kind of them asks for a role on the whole tree; what holds for one unit asks
    /// for it there.
    /// </summary>
    private async Task RequireMayChangeAsync(PublishRulebookRequest request, ServerCallContext context)
    {
        var caller = context.Caller();
        var root = await db.RootPathAsync(context.CancellationToken);
        var keys = request.Parameters.Keys.Concat(request.Overrides.Where(rule => !IsOfUnit(rule)).Select(rule => rule.Key)).ToList();
        var units = request.Overrides.Where(IsOfUnit).Select(rule => rule.Scope["units/".Length..]).Distinct().ToList();
        var paths = await db.Units.Where(unit => units.Contains(unit.Code))
            .ToDictionaryAsync(unit => unit.Code, unit => unit.Path, context.CancellationToken);

        var mayAll = keys.All(key => caller.HasAny(IsSecurity(key) ? SecurityRoles : OtherRoles, root));
        var mayUnits = units.All(unit => paths.TryGetValue(unit, out var path) ? caller.HasAny(OtherRoles, path) : caller.HasAny(OtherRoles, root));
        if (!mayAll || !mayUnits || (keys.Count + units.Count == 0 && !caller.HasAny([.. SecurityRoles, .. OtherRoles], root)))
        {
            throw CommonErrors.RoleMissing(context.Call().Action);
        }
    }

    private static readonly Role[] SecurityRoles = [Role.SecurityAdmin];

    private static readonly Role[] OtherRoles = [Role.SystemAdmin, Role.Publicity];

    private static bool IsOfUnit(RuleOverride rule) => rule.Scope.StartsWith("units/", StringComparison.Ordinal);

    private static bool IsSecurity(string key) =>
        key.StartsWith("auth.", StringComparison.Ordinal) || key.StartsWith("audit.", StringComparison.Ordinal);
}
