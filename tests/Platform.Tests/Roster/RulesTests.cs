using StudySuite.Roster;

namespace StudySuite.Platform.Tests.Roster;

public sealed class RulesTests
{
    private static readonly Rules County = new("rulebooks/7", new Dictionary<string, string>
    {
        ["session.min_per_month"] = "1",
        ["makeup.deadline_days"] = "14",
        [Rules.ScopedKey("unitKinds/PartyCommittee", "session.min_per_month")] = "2",
        [Rules.ScopedKey("unitKinds/PartyCommittee", "makeup.deadline_days")] = "20",
        [Rules.ScopedKey("units/kegong", "makeup.deadline_days")] = "7",
    });

    [Fact]
    public void For_Unit_TakesItsOwnThenItsKindsThenTheCountys()
    {
        var unit = County.For("kegong", "PartyCommittee");
        Assert.Equal((2, 7, 12), (unit.Number("session.min_per_month"), unit.Number("makeup.deadline_days"), unit.Number("session.min_per_year")));
        Assert.Equal("rulebooks/7", unit.Rulebook);
        Assert.Equal(1, County.For("weijian", "WorkingOrgan").Number("session.min_per_month"));
    }

    [Fact]
    public void For_Kind_LaxerThanTheCounty_IsPassedOver() =>
        Assert.Equal(14, County.For("weijian", "PartyCommittee").Number("makeup.deadline_days"));

    [Fact]
    public void Text_ValueThatNoLongerFits_IsTheDefault() =>
        Assert.Equal("off", new Rules("rulebooks/1", new Dictionary<string, string> { ["notes.inspection"] = "false" }).Text("notes.inspection"));

    [Fact]
    public void Defaults_All_FitAndSayWhereTheyComeFrom()
    {
        Assert.All(RuleDefaults.All, rule => Assert.True(rule.Fits(rule.Default), rule.Key));
        // A default without a source is an engineering choice, or recalled: never shown as an official rule.
        Assert.All(RuleDefaults.All, rule => Assert.True(rule.Source.Length > 0 || rule.Evidence != RuleEvidence.Verified, rule.Key));
        Assert.All(RuleDefaults.All, rule => Assert.True(rule.Type is not (RuleType.Choice or RuleType.Set) || rule.Choices.Count > 1, rule.Key));
    }

    [Theory]
    [InlineData("session.min_per_year", "12", "11", true)]
    [InlineData("session.min_per_year", "11", "12", false)]
    [InlineData("makeup.deadline_days", "9", "10", true)]
    [InlineData("plan.file_due", "01-15", "01-31", true)]
    [InlineData("leave.approver", "leader", "leader_and_office", false)]
    [InlineData("lecture.filing_required", "true", "false", true)]
    [InlineData("plan.binding_checks", "empty_month,group_meeting", "group_meeting", true)]
    [InlineData("plan.binding_checks", "empty_month", "group_meeting", false)]
    [InlineData("bulletin.ranking", "true", "false", false)]
    public void IsAsStrictAs_ByTheParametersDirection(string key, string value, string other, bool expected) =>
        Assert.Equal(expected, RuleDefaults.Find(key).IsAsStrictAs(value, other));
}
