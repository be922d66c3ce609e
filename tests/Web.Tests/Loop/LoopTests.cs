namespace StudySuite.Web.Tests.Loop;

/// <summary>The whole work of a year, clicked through by those whose duty each step is.</summary>
public abstract class LoopTests(SuiteWeb web)
{
    [Fact]
    public Task Loop_FromTopicToBulletin_IsClickedThroughByItsRoles() => WalkAsync(web);

    /// <summary>On whatever the suite stands, once in the life of its data.</summary>
    internal static async Task WalkAsync(SuiteWeb web)
    {
        await using var windows = new Windows(web);

        await new TopicToPlan(windows).WalkAsync();
        var session = new SchemeToArchive(windows);
        await session.NotifyAsync();
        var observation = new Observed(windows);
        await observation.ArrangeAsync();
        await session.HoldAndArchiveAsync();
        await observation.GiveFeedbackAsync();
        await new NoticeToLookBack(windows).WalkAsync(observation.Path);
        await new DraftToReceipt(windows).WalkAsync();
    }
}

/// <summary>Whom the loop is about: a unit that the demo leaves alone in this year.</summary>
internal static class Actors
{
    public const string Unit = "xinxiang-zhujian", County = "xinxiang";
    public const string Secretary = "zhujian-secretary", Leader = "zhujian-leader";
    public const string Publicity = "publicity", Head = "publicity-head", Observer = "observer", Office = "supervision";

    public const string Topic = "浏览器里走完的一个专题";

    public static int Year => Browser.Day.Now.Year;
}

[Collection("web"), Trait("Needs", "Servers")]
public sealed class LoopOnStandaloneTests(DemoWeb web) : LoopTests(web);

[Collection("web-county"), Trait("Needs", "Servers")]
public sealed class LoopOnCountyTests(CountyWeb web) : LoopTests(web);
