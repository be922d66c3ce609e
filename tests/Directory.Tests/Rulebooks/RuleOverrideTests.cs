using StudySuite.Directory.V1;
using StudySuite.Events;
using RuleOverride = StudySuite.Directory.V1.RuleOverride;

namespace StudySuite.Directory.Tests.Rulebooks;

public class RuleOverrideTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private RulebookService.RulebookServiceClient Rulebooks => new(directory.Publicity);

    [Fact]
    public async Task PublishRulebook_Overrides_HoldForKindAndUnitFromTheirDay()
    {
        var asked = Asked("2024-03-01", ("unitKinds/PartyCommittee", "session.min_per_month", "2"), ("units/xinxiang-kegong", "makeup.deadline_days", "7"));
        var preview = await Rulebooks.PreviewRulebookAsync(new PreviewRulebookRequest { Publication = asked, PageSize = 1 });
        Assert.True(preview.UnitCount >= 3);
        var all = new List<RuleEffect>(preview.Effects);
        while (preview.NextPageToken.Length > 0)
        {
            preview = await Rulebooks.PreviewRulebookAsync(new PreviewRulebookRequest { Publication = asked, PageSize = 1, PageToken = preview.NextPageToken });
            all.AddRange(preview.Effects);
        }

        Assert.Contains(new RuleEffect { Unit = "units/xinxiang-kegong", DisplayName = "县科工局", Key = "makeup.deadline_days", OldValue = "14", NewValue = "7" }, all);
        Assert.Contains(all, effect => effect is { Unit: "units/xinxiang-weijian", Key: "session.min_per_month", NewValue: "2" });

        var next = await Rulebooks.PublishRulebookAsync(asked);
        Assert.Equal(2, next.Overrides.Count);
        Assert.Equal(("14", "county"), await RuleAsync("xinxiang-kegong", "makeup.deadline_days", "2024-02-29"));
        Assert.Equal(("7", "units/xinxiang-kegong"), await RuleAsync("xinxiang-kegong", "makeup.deadline_days", "2024-03-01"));
        Assert.Equal(("14", "county"), await RuleAsync("xinxiang-weijian", "makeup.deadline_days", "2024-03-01"));
        Assert.Equal(("2", "unitKinds/PartyCommittee"), await RuleAsync("xinxiang-weijian", "session.min_per_month", "2024-03-01"));
        var sent = (await directory.Service.SentAsync<RulebookPublished>()).Single(evt => evt.Rulebook == next.Name);
        Assert.Equal(2, sent.Overrides!.Count);

        var without = await Rulebooks.PublishRulebookAsync(Asked("2024-04-01", ("units/xinxiang-kegong", "makeup.deadline_days", "")));
        Assert.Single(without.Overrides);
        // Versions follow each other, so this stands in the same test.
        var ofPart = await Part.PublishRulebookAsync(Asked("2029-01-01", ("units/xinxiang-weijian", "archive.due_days", "5")));
        Assert.Contains(ofPart.Overrides, rule => rule.Scope == "units/xinxiang-weijian");
        Assert.Equal("rulebooks/1", (await Rulebooks.GetRulebookAsync(new GetRulebookRequest { Name = "rulebooks/1" })).Name);
    }

    [Theory]
    [InlineData("units/xinxiang-kegong", "makeup.deadline_days", "30", "RULE_LAXER")]
    [InlineData("unitKinds/WorkingOrgan", "session.min_per_month", "0", "RULE_LAXER")]
    [InlineData("units/xinxiang-kegong", "bulletin.ranking", "true", "RULE_OF_COUNTY_ONLY")]
    [InlineData("units/nowhere", "makeup.deadline_days", "7", "RULE_SCOPE_UNKNOWN")]
    [InlineData("unitKinds/Company", "makeup.deadline_days", "7", "RULE_SCOPE_UNKNOWN")]
    [InlineData("units/xinxiang-kegong", "makeup.deadline_days", "soon", "RULE_VALUE_INVALID")]
    [InlineData("units/xinxiang-kegong", "no.such", "1", "RULE_UNKNOWN")]
    public async Task PublishRulebook_WrongOverride_IsRefused(string scope, string key, string value, string reason) =>
        await Refusal.AssertAsync(reason, Rulebooks.PublishRulebookAsync(Asked("2030-01-01", (scope, key, value))));

    [Fact]
    public async Task PublishRulebook_OfAPart_IsOpenThereOnly()
    {
        await Refusal.AssertAsync("ROLE_MISSING", Part.PublishRulebookAsync(Asked("2029-01-01", ("units/xinxiang-kegong", "archive.due_days", "5"))));
        await Refusal.AssertAsync("ROLE_MISSING", Part.PublishRulebookAsync(Asked("2029-01-01", ("unitKinds/Other", "archive.due_days", "5"))));
        await Refusal.AssertAsync("ROLE_MISSING", Part.PreviewRulebookAsync(new PreviewRulebookRequest()));
    }

    [Fact]
    public async Task ListRuleParameters_TellsTypeRangeDirectionAndSource()
    {
        var rules = (await Rulebooks.ListRuleParametersAsync(new ListRuleParametersRequest())).RuleParameters.ToDictionary(rule => rule.Key);
        var makeUp = rules["makeup.deadline_days"];
        Assert.Equal((RuleType.Number, "days", "14", "1", "365"), (makeUp.Type, makeUp.Unit, makeUp.DefaultValue, makeUp.Min, makeUp.Max));
        Assert.Equal((RuleDirection.Lower, RuleEvidence.Inferred), (makeUp.Stricter, makeUp.Evidence));
        Assert.Equal(RuleEvidence.Verified, rules["discussion.min_per_quarter"].Evidence);
        Assert.Contains("S9", rules["discussion.min_per_quarter"].Sources);
        Assert.Equal(["record", "oral_report", "reflection"], rules["makeup.evidence"].Choices);
    }

    private RulebookService.RulebookServiceClient Part => new(directory.As("p-pub", "Publicity:/xinxiang/xinxiang-weijian/*"));

    private async Task<(string, string)> RuleAsync(string unit, string key, string day)
    {
        var answer = await Rulebooks.GetEffectiveRulesAsync(new GetEffectiveRulesRequest { Parent = $"units/{unit}", Day = day });
        var rule = answer.Rules.Single(rule => rule.Key == key);
        return (rule.Value, rule.Scope);
    }

    private static PublishRulebookRequest Asked(string from, params (string Scope, string Key, string Value)[] rules) => new()
    {
        EffectiveFrom = from,
        Overrides = { rules.Select(rule => new RuleOverride { Scope = rule.Scope, Key = rule.Key, Value = rule.Value }) },
    };
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class RuleOverrideOnServersTests(DirectoryOnServers servers) : RuleOverrideTests(servers.Directory), IClassFixture<DirectoryOnServers>;
