using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Events;
using StudySuite.Sessions.MemberYears;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.MemberYears;

public class MemberYearTests
{
    private const string Mine = $"{County.Unit}/people/me/years/2023";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task GetMemberYear_OfTheCaller_SaysWhatIsDoneAndWhatIsExpectedAndWhy()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();
        await RecordAsync(county.Zhao, ActivityKind.Reflection);
        await RecordAsync(county.Zhao, ActivityKind.OnlineStudy);

        var wang = await county.Wang.MemberYears.GetMemberYearAsync(new() { Name = Mine });
        var zhao = await county.Zhao.MemberYears.GetMemberYearAsync(new() { Name = Mine });

        Assert.Equal(($"{County.Unit}/people/p-wang/years/2023", "王某", "县科工局"), (wang.Name, wang.PersonName, wang.UnitName));
        Assert.Equal((AttendanceStatus.Leave, 1), (wang.Sessions[0].Status, wang.Sessions[0].Speeches));
        Assert.Single(wang.MakeUps);
        Assert.Equal(
            [
                ("member.output_min_per_year", 0, false), ("member.speech_min_per_year", 1, true), ("makeup.deadline_days", 0, false),
                ("member.attendance_rate_min", 0, false),
            ],
            wang.Expectations.Select(e => (e.Rule, e.Done, e.IsMet)));
        Assert.All(wang.Expectations, e => Assert.StartsWith("rulebooks/", e.Rulebook, StringComparison.Ordinal));
        Assert.Contains("资料 S20", wang.Expectations[0].Basis, StringComparison.Ordinal);
        Assert.Contains("非正式规定", wang.Expectations[2].Basis, StringComparison.Ordinal);
        Assert.Equal([false, false, false, true], wang.Expectations.Select(e => e.IsAdvice));
        Assert.Equal((2, true), (zhao.Activities.Count, zhao.Expectations.Single(e => e.Rule == "member.output_min_per_year").IsMet));
    }

    [Fact]
    public async Task GetMemberYear_OfAnother_IsNotThereEvenForTheSecretary()
    {
        await using var county = await County.OpenAsync(Backing);
        const string Wangs = $"{County.Unit}/people/p-wang/years/2023";

        var secretary = await Refusal.OfAsync(county.Secretary.MemberYears.GetMemberYearAsync(new() { Name = Wangs }));
        var before = await Refusal.OfAsync(county.Wang.MemberYears.GetMemberYearAsync(new() { Name = $"{County.Unit}/people/me/years/2001" }));
        var noYear = await Refusal.OfAsync(county.Wang.MemberYears.GetMemberYearAsync(new() { Name = $"{County.Unit}/people/me/years/next" }));
        var own = await county.Wang.MemberYears.GetMemberYearAsync(new() { Name = Wangs });

        Assert.Equal("MEMBER_YEAR_NOT_FOUND", secretary.Reason);
        Assert.Equal("MEMBER_YEAR_NOT_FOUND", before.Reason);
        Assert.Equal("MEMBER_YEAR_NOT_FOUND", noYear.Reason);
        Assert.Equal(Wangs, own.Name);
    }

    [Fact]
    public async Task ExportMemberYear_ByRest_IsAWordDocumentOrAPageToPrint()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();
        await RecordAsync(county.Wang, ActivityKind.Reflection);
        var cancel = TestContext.Current.CancellationToken;

        using var docx = await county.Wang.Http.GetAsync($"/sessions/v1/{Mine}:export", cancel);
        using var page = await county.Wang.Http.GetAsync($"/sessions/v1/{Mine}:export?form=DOCUMENT_FORM_PRINT_PAGE", cancel);
        var html = await page.Content.ReadAsStringAsync(cancel);

        Assert.Equal(HttpStatusCode.OK, docx.StatusCode);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(await docx.Content.ReadAsByteArrayAsync(cancel), 0, 2));
        Assert.Equal("王某2023年度个人学习情况.docx", docx.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Contains("学习贯彻全国两会精神", html, StringComparison.Ordinal);
        Assert.Contains("每人每年研讨发言次数", html, StringComparison.Ordinal);
        Assert.Contains("心得体会", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_FromNovember_RemindsEachFullMemberOnceAndAlone()
    {
        await using var county = await County.OpenAsync(Backing);
        await RecordAsync(county.Zhao, ActivityKind.TheoryArticle, "2022-05-01");

        // Of another year than the one that the service's own sweep is in.
        await SweepAsync(county, new DateOnly(2022, 10, 31));
        var october = await SentAsync(county);
        await SweepAsync(county, new DateOnly(2022, 11, 1));
        var november = await SentAsync(county);
        await SweepAsync(county, new DateOnly(2022, 11, 2));
        await SweepAsync(county, new DateOnly(2022, 12, 20));

        Assert.Empty(october);
        var wang = Assert.Single(november, evt => evt is { Person: "p-wang", Unit: "xinxiang-kegong" });
        Assert.Equal(["member.output_min_per_year", "member.speech_min_per_year"], wang.Open);
        Assert.Equal(($"{County.Unit}/people/p-wang/years/2022", new DateOnly(2022, 12, 31)), (wang.MemberYear, wang.DueOn));
        Assert.Equal(["member.speech_min_per_year"], Assert.Single(november, evt => evt.Person == "p-zhao").Open);
        Assert.DoesNotContain(november, evt => evt.Person == "p-guest");
        Assert.Equal(november.Count, november.Select(evt => evt.MemberYear).Distinct().Count());
        Assert.Equal(november.Count, (await SentAsync(county)).Count);
    }

    private static async Task<List<MemberObligationsOpen>> SentAsync(County county) =>
        [.. (await county.Host.SentAsync<MemberObligationsOpen>()).Where(evt => evt.Year == 2022)];

    private static async Task RecordAsync(Caller caller, ActivityKind kind, string day = "2023-05-01") =>
        await caller.Activities.CreateActivityAsync(new()
        {
            Parent = County.Unit, Activity = new() { Kind = kind, Title = "学习", HappenedOn = day },
        });

    private static Task SweepAsync(County county, DateOnly today) => county.Host.WithDbAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await new ObligationSweep(county.Host.Services.GetRequiredService<TimeProvider>())
            .SweepAsync(db, today, CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    });
}

[Trait("Needs", "Servers")]
public sealed class MemberYearOnServersTests : MemberYearTests
{
    protected override Backing Backing => Backing.Servers;
}
