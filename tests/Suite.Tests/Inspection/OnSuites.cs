namespace StudySuite.Suite.Tests.Inspection;

[Collection("standalone")]
public sealed class CampaignOnStandaloneTests(StandaloneYear year) : CampaignTests(year.Suite);

[Collection("standalone")]
public sealed class RectificationOnStandaloneTests(StandaloneYear year) : RectificationTests(year.Suite);

[Collection("standalone")]
public sealed class AssessmentOnStandaloneTests(StandaloneYear year) : AssessmentTests(year.Suite);

[Collection("standalone")]
public sealed class WaysOutOnStandaloneTests(StandaloneYear year) : WaysOutTests(year.Suite);

[Collection("standalone")]
public sealed class SweepLatencyOnStandaloneTests(StandaloneYear year) : SweepLatencyTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class CampaignOnCountyTests(CountyYear year) : CampaignTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class RectificationOnCountyTests(CountyYear year) : RectificationTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class AssessmentOnCountyTests(CountyYear year) : AssessmentTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class WaysOutOnCountyTests(CountyYear year) : WaysOutTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class SweepLatencyOnCountyTests(CountyYear year) : SweepLatencyTests(year.Suite);
