using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.ResearchProjects;

public class ResearchProjectTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task ResearchProject_FromTopicToConversion_KeepsVisitsReportsAndWhatBecameOfThem()
    {
        await using var county = await County.OpenAsync(Backing);
        var project = await OpenAsync(county.Wang, "people/p-wang", "people/p-zhao");
        foreach (var kind in new[] { ActivityKind.ResearchVisit, ActivityKind.ResearchReport })
        {
            await county.Wang.Activities.CreateActivityAsync(new()
            {
                Parent = County.Unit, ActivityId = $"of-{(int)kind}",
                Activity = new() { Kind = kind, Title = "产业调研", HappenedOn = "2023-06-01", ResearchProject = project.Name },
            });
        }

        var report = $"{County.Unit}/activities/of-{(int)ActivityKind.ResearchReport}";
        await county.Zhao.ResearchProjects.CompleteResearchProjectAsync(new() { Name = project.Name, Etag = project.Etag });
        var converted = await county.Secretary.ResearchProjects.ConvertResearchAsync(new()
        {
            Name = project.Name,
            Conversion = new() { Document = "县政府〔2023〕12号", AdoptedOn = "2023-10-01", Note = "采纳两条建议", Report = report },
        });
        var ended = await Refusal.OfAsync(county.Wang.ResearchProjects.UpdateResearchProjectAsync(
            new() { ResearchProject = new() { Name = project.Name, Topic = "x" }, UpdateMask = new() { Paths = { "topic" } } }));
        var ofProject = await county.Zhao.Activities.ListActivitiesAsync(new() { Parent = County.Unit, ResearchProject = project.Name });
        var listed = await county.Publicity.ResearchProjects.ListResearchProjectsAsync(new() { Parent = "units/-", Year = 2023 });

        var conversion = Assert.Single(converted.Conversions);
        Assert.Equal(("县政府〔2023〕12号", "2023-10-01", report), (conversion.Document, conversion.AdoptedOn, conversion.Report));
        Assert.Equal(ResearchProjectState.Done, converted.State);
        Assert.Equal("RESEARCH_PROJECT_ENDED", ended.Reason);
        Assert.Equal(2, ofProject.Activities.Count);
        Assert.Equal([converted], listed.ResearchProjects);
    }

    [Fact]
    public async Task ResearchProject_WrongContent_NamesEverything()
    {
        await using var county = await County.OpenAsync(Backing);
        var project = await OpenAsync(county.Wang, "people/p-wang");

        var create = await Refusal.OfAsync(county.Secretary.ResearchProjects.CreateResearchProjectAsync(new()
        {
            Parent = County.Unit,
            ResearchProject = new()
            {
                People = { "people/p-other", "people/p-other" }, Year = 1900, StartsOn = "2023-05-02", EndsOn = "2023-05-01",
                ResearchTopic = $"{County.Other}/researchTopics/x",
            },
        }));
        var convert = await Refusal.OfAsync(county.Wang.ResearchProjects.ConvertResearchAsync(
            new() { Name = project.Name, Conversion = new() { AdoptedOn = "2030-01-01", Report = "x" } }));
        var kind = await Refusal.OfAsync(county.Wang.Activities.CreateActivityAsync(new()
        {
            Parent = County.Unit,
            Activity = new() { Kind = ActivityKind.MicroVideo, Title = "x", HappenedOn = "2023-06-01", ResearchProject = project.Name },
        }));
        var unknown = await Refusal.OfAsync(county.Wang.Activities.CreateActivityAsync(new()
        {
            Parent = County.Unit,
            Activity = new()
            {
                Kind = ActivityKind.ResearchVisit, Title = "x", HappenedOn = "2023-06-01",
                ResearchProject = $"{County.Unit}/researchProjects/none",
            },
        }));

        Assert.Equal(
            [
                "research_project.ends_on END_BEFORE_START", "research_project.people PERSON_REPEATED",
                "research_project.people[0] PERSON_NOT_MEMBER", "research_project.people[1] PERSON_NOT_MEMBER",
                "research_project.research_topic NAME_INVALID", "research_project.topic FIELD_REQUIRED",
                "research_project.year NUMBER_OUT_OF_RANGE",
            ],
            create.Violations.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["conversion.adopted_on DATE_IN_FUTURE", "conversion.document CONVERSION_WHERE_REQUIRED", "conversion.report REPORT_UNKNOWN"],
            convert.Violations.Order(StringComparer.Ordinal));
        Assert.Equal(["activity.research_project RESEARCH_NOT_FOR_KIND"], kind.Violations);
        Assert.Equal(["activity.research_project RESEARCH_PROJECT_UNKNOWN"], unknown.Violations);
    }

    [Fact]
    public async Task ResearchProject_OfOthers_IsKeptByItsPeopleAndTheSecretaryOnly()
    {
        await using var county = await County.OpenAsync(Backing);
        var project = await OpenAsync(county.Wang, "people/p-wang");

        var foreign = await Refusal.OfAsync(county.Zhao.ResearchProjects.DropResearchProjectAsync(new() { Name = project.Name, Reason = "x" }));
        var forOther = await Refusal.OfAsync(county.Zhao.ResearchProjects.CreateResearchProjectAsync(new()
        {
            Parent = County.Unit, ResearchProject = new() { People = { "people/p-wang" }, Topic = "代报", Year = 2023 },
        }));
        var away = await Refusal.OfAsync(county.Wang.ResearchProjects.UpdateResearchProjectAsync(new()
        {
            ResearchProject = new() { Name = project.Name, People = { "people/p-zhao" } }, UpdateMask = new() { Paths = { "people" } },
        }));
        var dropped = await county.Secretary.ResearchProjects.DropResearchProjectAsync(new() { Name = project.Name, Reason = "岗位调整" });
        var convert = await Refusal.OfAsync(county.Wang.ResearchProjects.ConvertResearchAsync(
            new() { Name = project.Name, Conversion = new() { Meeting = "常委会", AdoptedOn = "2023-10-01" } }));

        Assert.Equal("RESEARCH_PROJECT_NOT_YOURS", foreign.Reason);
        Assert.Equal("RESEARCH_PROJECT_NOT_YOURS", forOther.Reason);
        Assert.Equal("RESEARCH_PROJECT_NOT_YOURS", away.Reason);
        Assert.Equal((ResearchProjectState.Dropped, "岗位调整"), (dropped.State, dropped.DropReason));
        Assert.Equal("RESEARCH_PROJECT_ENDED", convert.Reason);
    }

    private static async Task<ResearchProject> OpenAsync(Caller caller, params string[] people) =>
        await caller.ResearchProjects.CreateResearchProjectAsync(new()
        {
            Parent = County.Unit,
            ResearchProject = new()
            {
                People = { people }, Topic = "装备制造业转型", Year = 2023, Base = "高新区", StartsOn = "2023-03-01", EndsOn = "2023-09-30",
                ResearchTopic = $"{County.Unit}/researchTopics/industry",
            },
        });
}

[Trait("Needs", "Servers")]
public sealed class ResearchProjectOnServersTests : ResearchProjectTests
{
    protected override Backing Backing => Backing.Servers;
}
