using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.Indicators;
using StudySuite.Events;

namespace StudySuite.Bulletin.Tests.Facts;

public sealed class CountingTests
{
    [Fact]
    public void AnnualReport_AsPublishedByTheCounty_HasItsEighteenFiguresInItsOrder() => Assert.Equal(
        [
            "first_topic_studies", "collective_discussions", "reading_classes", "reading_class_discussions",
            "expert_lectures", "reflections", "research_visits", "research_reports_and_articles", "leader_lectures",
            "outreach_teams", "outreach_talks_congress", "outreach_talks_regular", "courtyard_classes", "micro_videos",
            "theory_articles_published", "material_volumes", "units_observed", "bulletins_issued",
        ],
        IndicatorDictionary.AnnualReport.Select(indicator => indicator.Key));

    [Fact]
    public void Dictionary_EveryIndicator_IsThereOnceWithAllItsWords()
    {
        Assert.Equal(IndicatorDictionary.All.Count, IndicatorDictionary.All.DistinctBy(indicator => indicator.Key).Count());
        Assert.Empty(IndicatorDictionary.Annex.Except(IndicatorDictionary.All));
        Assert.All(IndicatorDictionary.All, indicator =>
        {
            Assert.NotEmpty(indicator.ZhName);
            Assert.NotEmpty(indicator.Meaning);
            Assert.NotEmpty(indicator.Rule);
            Assert.NotEmpty(indicator.Events);
            Assert.All(indicator.Events, type => Assert.NotEmpty(EventTypes.NameOf(type)));
        });
    }

    [Fact]
    public void SessionHeld_InAReadingClass_CountsItsDiscussionApart()
    {
        var counted = Counting.Of(Sample.Held("xinxiang", "1", "2023-04-10", discussion: false) with
        {
            IsCollective = false, IsReadingClassDiscussion = true,
        });

        Assert.Equal("reading_class_discussions", Assert.Single(counted.Facts).Indicator);
    }

    [Theory]
    [InlineData("2022-12-28", "2023-01-01")]
    [InlineData("2023-01-20", "2023-01-20")]
    [InlineData("2024-03-01", "2023-12-31")]
    public void PlanFiled_OnAnyDay_CountsWithinItsYear(string filedOn, string counted) => Assert.Equal(
        Sample.Day(counted),
        Assert.Single(Counting.Of(new PlanFiled("units/x/plans/2023", "x", 2023, Sample.Day(filedOn), 1)).Facts).Day);

    [Fact]
    public void PlanApproved_ItemsOfAYear_AreDueByTheEndOfTheirMonths() => Assert.Equal(
        [("sessions_planned", Sample.Day("2024-02-29"), 2), ("sessions_planned", Sample.Day("2024-12-31"), 1)],
        Counting.Of(new PlanApproved(
            "units/x/plans/2024", "x", 2024, Sample.Day("2024-01-05"), 1,
            [Sample.Planned("1", 2), Sample.Planned("2", 12), Sample.Planned("3", 2)]))
            .Facts.Select(fact => (fact.Indicator, fact.Day, fact.Value)));

    [Fact]
    public void ActivityRecorded_OfEveryKindOfTheContract_CountsOnceOrAsItsKindSaysNever()
    {
        var kinds = Sessions.V1.ActivityReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.EnumDescriptor>("ActivityKind")
            .Values.Where(value => value.Number > 0).Select(value => value.Name["ACTIVITY_KIND_".Length..]).ToList();

        var uncounted = kinds.Where(kind => Counting.Of(Sample.Activity("xinxiang", "1", kind, "2023-04-10")).Facts.Count == 0);

        Assert.All(kinds, kind => Assert.True(Counting.Of(Sample.Activity("xinxiang", "1", kind, "2023-04-10")).Facts.Count <= 1));
        Assert.Equal(["COLUMN", "ONLINE_STUDY", "SELF_STUDY"], uncounted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ActivityRecorded_OfAKindFromTheFuture_CountsNothing() => Assert.Empty(
        Counting.Of(Sample.Activity("xinxiang", "1", "HOLOGRAM", "2023-04-10")).Facts);
}
