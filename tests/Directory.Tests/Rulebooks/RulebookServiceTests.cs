using StudySuite.Directory.V1;
using StudySuite.Events;
using StudySuite.Roster;

namespace StudySuite.Directory.Tests.Rulebooks;

public class RulebookServiceTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private RulebookService.RulebookServiceClient Rulebooks => new(directory.Publicity);

    [Fact]
    public async Task FirstVersion_HoldsEveryShippedDefault()
    {
        var first = await Rulebooks.GetRulebookAsync(new GetRulebookRequest { Name = "rulebooks/1" });
        Assert.Equal(RuleDefaults.All.ToDictionary(rule => rule.Key, rule => rule.Default), first.Parameters);
        await Refusal.AssertAsync("RULEBOOK_NOT_FOUND", Rulebooks.GetRulebookAsync(new GetRulebookRequest { Name = "rulebooks/99" }));
    }

    [Fact]
    public async Task PublishRulebook_Change_KeepsTheRestAndIsAnnounced()
    {
        var next = await Rulebooks.PublishRulebookAsync(Change("makeup.deadline_days", "10", "2024-01-01"));

        Assert.Equal(("10", "12"), (next.Parameters["makeup.deadline_days"], next.Parameters["session.min_per_year"]));
        var sent = (await directory.Service.SentAsync<RulebookPublished>()).Single(evt => evt.Rulebook == next.Name);
        Assert.Equal("10", sent.Parameters["makeup.deadline_days"]);
        var newest = (await Rulebooks.ListRulebooksAsync(new ListRulebooksRequest { PageSize = 1 })).Rulebooks[0];
        Assert.Equal(next.Name, newest.Name);
        await Refusal.AssertAsync("RULEBOOK_TOO_EARLY", Rulebooks.PublishRulebookAsync(Change("makeup.deadline_days", "9", "1999-01-01")));
    }

    [Theory]
    [InlineData("no.such_rule", "1", "RULE_UNKNOWN")]
    [InlineData("makeup.deadline_days", "soon", "RULE_VALUE_INVALID")]
    [InlineData("makeup.deadline_days", "-1", "RULE_VALUE_INVALID")]
    [InlineData("discussion.min_per_quarter", "0", "RULE_VALUE_INVALID")]
    [InlineData("member.attendance_rate_min", "1.5", "RULE_VALUE_INVALID")]
    [InlineData("observe.may_speak", "yes", "RULE_VALUE_INVALID")]
    [InlineData("plan.file_due", "02-30", "RULE_VALUE_INVALID")]
    public async Task PublishRulebook_WrongValue_IsRefused(string key, string value, string reason) =>
        await Refusal.AssertAsync(reason, Rulebooks.PublishRulebookAsync(Change(key, value, "2030-01-01")));

    [Fact]
    public async Task PublishRulebook_SecurityParameter_IsForTheSecurityAdministrator()
    {
        var request = Change("auth.lock_minutes", "60", "2024-01-01");
        await Refusal.AssertAsync("ROLE_MISSING", Rulebooks.PublishRulebookAsync(request));

        var security = new RulebookService.RulebookServiceClient(directory.SecurityAdmin);
        Assert.Equal("60", (await security.PublishRulebookAsync(request)).Parameters["auth.lock_minutes"]);
        await Refusal.AssertAsync(
            "ROLE_MISSING", security.PublishRulebookAsync(Change("makeup.deadline_days", "10", "2024-01-01")));
    }

    [Fact]
    public async Task WorkCalendars_ShippedYears_AreThereAndAnnounced()
    {
        var calendars = new WorkCalendarService.WorkCalendarServiceClient(directory.Publicity);
        var year = await calendars.GetWorkCalendarAsync(new GetWorkCalendarRequest { Name = "workCalendars/2023" });

        Assert.Contains("2023-10-06", year.Holidays);
        Assert.Contains("2023-10-07", year.Workdays);
        Assert.Equal(
            [2023, 2024, 2025, 2026], (await directory.Service.SentAsync<WorkCalendarPublished>()).Select(evt => evt.Year).Order());
        await Refusal.AssertAsync(
            "WORK_CALENDAR_NOT_FOUND", calendars.GetWorkCalendarAsync(new GetWorkCalendarRequest { Name = "workCalendars/1999" }));
    }

    private static PublishRulebookRequest Change(string key, string value, string from) =>
        new() { Parameters = { [key] = value }, EffectiveFrom = from };
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class RulebookServiceOnServersTests(DirectoryOnServers servers) : RulebookServiceTests(servers.Directory), IClassFixture<DirectoryOnServers>;
