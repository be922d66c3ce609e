using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Units;
using StudySuite.Directory.V1;
using StudySuite.Roster;

namespace StudySuite.Directory.Rulebooks;

internal sealed partial class RulebookService
{
    public override async Task<V1.Rulebook> PublishRulebook(PublishRulebookRequest request, ServerCallContext context)
    {
        await RequireMayChangeAsync(request.Parameters.Keys, context);
        var latest = await db.Rulebooks.AsNoTracking().OrderByDescending(rulebook => rulebook.Number)
            .FirstAsync(context.CancellationToken);
        var effectiveFrom = Check(request, latest);

        var rulebook = latest.Amend(request.Parameters, effectiveFrom);
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

    private static DateOnly Check(PublishRulebookRequest request, Rulebook latest)
    {
        var wrong = new Violations();
        wrong.AddIf(request.Parameters.Count == 0, "parameters", "FIELD_REQUIRED");
        foreach (var (key, value) in request.Parameters)
        {
            if (!RuleDefaults.Knows(key))
            {
                RulebookErrors.Unknown(wrong, key);
            }
            else if (!RuleDefaults.Find(key).Fits(value))
            {
                RulebookErrors.ValueInvalid(wrong, key, value);
            }
        }

        var effectiveFrom = wrong.Date("effective_from", request.EffectiveFrom);
        if (!wrong.Any && effectiveFrom < latest.EffectiveFrom)
        {
            RulebookErrors.TooEarly(wrong, latest.EffectiveFrom.ToText());
        }

        wrong.ThrowIfAny();
        return effectiveFrom;
    }

    /// <summary>The rules hold for all units, so a role on a part of the tree is not enough.</summary>
    private async Task RequireMayChangeAsync(IEnumerable<string> keys, ServerCallContext context)
    {
        var root = await db.RootPathAsync(context.CancellationToken);
        var caller = context.Caller();
        var maySecurity = caller.Has(Role.SecurityAdmin, root);
        var mayOthers = caller.HasAny([Role.SystemAdmin, Role.Publicity], root);
        if (!(maySecurity || mayOthers) || !keys.All(key => IsSecurity(key) ? maySecurity : mayOthers))
        {
            throw CommonErrors.RoleMissing(context.Call().Action);
        }
    }

    private static bool IsSecurity(string key) =>
        key.StartsWith("auth.", StringComparison.Ordinal) || key.StartsWith("audit.", StringComparison.Ordinal);
}
