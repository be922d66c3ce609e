using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;
using StudySuite.Roster;

namespace StudySuite.Directory.Rulebooks;

internal sealed partial class RulebookService
{
    public override async Task<PreviewRulebookResponse> PreviewRulebook(PreviewRulebookRequest request, ServerCallContext context)
    {
        var publication = request.Publication ?? new PublishRulebookRequest();
        var (latest, next) = await DraftAsync(publication, context);
        var size = Paging.Size(request.PageSize);
        var after = Paging.After<EffectKey>(request.PageToken);

        var open = await db.UnitViews.AsNoTracking().Where(unit => unit.ClosedOn == null || unit.ClosedOn >= next.EffectiveFrom)
            .OrderBy(unit => unit.Path).ToListAsync(context.CancellationToken);
        var keys = publication.Parameters.Keys.Concat(publication.Overrides.Select(rule => rule.Key)).Distinct().Order().ToList();
        var effects = open.SelectMany(unit => EffectsOn(unit, keys, latest.ToRules(), next.ToRules())).ToList();
        var units = effects.Select(effect => effect.Effect.Unit).Distinct().Count();
        var rest = after is null
            ? effects
            : [.. effects.SkipWhile(effect => effect.Key != after).Skip(1)];
        var (page, token) = Paging.Cut([.. rest.Take(size + 1)], size, effect => effect.Key);

        return new PreviewRulebookResponse { Effects = { page.Select(effect => effect.Effect) }, NextPageToken = token, UnitCount = units };
    }

    public override async Task<GetEffectiveRulesResponse> GetEffectiveRules(
        GetEffectiveRulesRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var wrong = new Violations();
        var day = wrong.OptionalDate("day", request.Day) ?? clock.Today();
        wrong.ThrowIfAny();
        var kind = await db.UnitViews.Where(view => view.Code == unit).Select(view => view.Kind).SingleAsync(context.CancellationToken);

        var county = await Rules.LoadAsync(db, day, context.CancellationToken);
        var ofKind = county.For("", kind);
        var own = county.For(unit, kind);
        return new GetEffectiveRulesResponse
        {
            Rulebook = own.Rulebook,
            Rules = { RuleDefaults.All.Select(rule => EffectiveOf(rule.Key)) },
        };

        EffectiveRule EffectiveOf(string key) => new()
        {
            Key = key,
            Value = own.Text(key),
            Scope = own.Text(key) != ofKind.Text(key) ? request.Parent
                : ofKind.Text(key) != county.Text(key) ? $"unitKinds/{kind}" : "county",
        };
    }

    public override Task<ListRuleParametersResponse> ListRuleParameters(
        ListRuleParametersRequest request, ServerCallContext context) => Task.FromResult(new ListRuleParametersResponse
        {
            RuleParameters = { RuleDefaults.All.Select(RuleParameters.ToProto) },
        });

    private static IEnumerable<(EffectKey Key, RuleEffect Effect)> EffectsOn(
        UnitView unit, List<string> keys, Rules before, Rules after) =>
        keys.Select(key => new RuleEffect
        {
            Unit = $"units/{unit.Code}",
            DisplayName = unit.Name,
            Key = key,
            OldValue = before.For(unit.Code, unit.Kind).Text(key),
            NewValue = after.For(unit.Code, unit.Kind).Text(key),
        })
        .Where(effect => effect.OldValue != effect.NewValue)
        .Select(effect => (new EffectKey(unit.Code, effect.Key), effect));

    private sealed record EffectKey(string Unit, string Key);
}
