using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf;
using StudySuite.Demo.Access;
using StudySuite.Planning.V1;

namespace StudySuite.Suite.Tests;

/// <summary>
/// The planning year through the gateway: what one writes by REST another reads by gRPC, and the other way round. A year
/// far ahead, so that nobody is reminded of it.
/// </summary>
public abstract class PlanningTests(ISuite suite) : IDisposable
{
    private const string County = "units/xinxiang";
    private const string Unit = "units/xinxiang-hehe";
    private const int Year = 2090;
    private const string Plan = $"{Unit}/plans/2090";
    private readonly string id = $"suite-{Guid.CreateVersion7():n}";
    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Campaign_ByRestAndGrpc_TellsProposersWhatBecameOfTheirs()
    {
        using var publicity = await RestAsync("publicity");
        using var secretary = await RestAsync("hehe-secretary");
        var closesOn = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var campaign = await PostAsync(publicity, $"{County}/topicCampaigns?topicCampaignId={id}", new { year = Year, title = "议题征集", closesOn });
        var name = campaign.GetProperty("name").GetString()!;
        var proposals = new TopicProposalService.TopicProposalServiceClient(cast["hehe-secretary"].Calls);
        var kept = await ProposeAsync("基层治理");
        var merged = await ProposeAsync("乡镇治理");
        var declined = await ProposeAsync("与学习无关");

        var open = await secretary.GetFromJsonAsync<JsonElement>($"planning/v1/{Unit}/campaignsForUnit");
        Assert.Contains(open.GetProperty("topicCampaigns").EnumerateArray(), row => row.GetProperty("name").GetString() == name);
        await PostAsync(publicity, $"{kept.Name}:accept", new { answer = "列入" });
        await PostAsync(publicity, $"{merged.Name}:merge", new { into = kept.Name, answer = "合并" });
        await PostAsync(publicity, $"{declined.Name}:decline", new { answer = "不属学习内容" });
        await new TopicCampaignService.TopicCampaignServiceClient(cast["publicity"].Calls).CloseTopicCampaignAsync(new() { Name = name });

        var mine = await secretary.GetFromJsonAsync<JsonElement>($"planning/v1/{Unit}/topicProposals?campaign={name}");
        Assert.Equal(
            [("PROPOSAL_STATE_ACCEPTED", "列入"), ("PROPOSAL_STATE_DECLINED", "不属学习内容"), ("PROPOSAL_STATE_MERGED", "合并")],
            mine.GetProperty("topicProposals").EnumerateArray()
                .Select(row => (row.GetProperty("state").GetString()!, row.GetProperty("answer").GetString()!)).Order());
        Assert.Equal(kept.Name, (await proposals.GetTopicProposalAsync(new() { Name = merged.Name })).MergedInto);

        async Task<TopicProposal> ProposeAsync(string title) => await proposals.CreateTopicProposalAsync(
            new() { Parent = Unit, TopicProposal = new() { Campaign = name, Title = title } });
    }

    [Fact]
    public async Task Year_FromArrangementToAmendment_ByRestAndGrpc()
    {
        using var publicity = await RestAsync("publicity");
        using var secretary = await RestAsync("hehe-secretary");
        var arrangement = await ArrangeAsync(publicity, secretary);
        var plan = await FileAsync(publicity, secretary, arrangement);

        // One amendment: asked for by REST, passed by gRPC, side by side with the original by REST.
        plan.Items[0].Topic = "替换专题";
        await PostAsync(secretary, $"{Plan}:amend", new
        {
            plan = JsonSerializer.Deserialize<JsonElement>(JsonFormatter.Default.Format(plan)), reason = "新要求",
        });
        await new AnnualPlanVersionService.AnnualPlanVersionServiceClient(cast["hehe-leader"].Calls).ApproveAmendmentAsync(
            new() { Name = Plan, Meeting = "第9次党委会", ApprovedOn = "2023-06-01" });
        var versions = await secretary.GetFromJsonAsync<JsonElement>($"planning/v1/{Plan}/versions");
        // It was passed twice before, because it was sent back once.
        Assert.Equal(3, versions.GetProperty("versions").GetArrayLength());
        var compared = await secretary.GetFromJsonAsync<JsonElement>($"planning/v1/{Plan}:compareVersions?left=2&right=3");
        Assert.Equal(
            ["PLAN_ITEM_CHANGE_CHANGED", "PLAN_ITEM_CHANGE_SAME"],
            compared.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("change").GetString()!).Order());

        await CheckDocumentsAsync(secretary, arrangement);
    }

    [Fact]
    public async Task Coverage_OfTheReplayedYear_IsTheSameByRestAndGrpc()
    {
        using var publicity = await RestAsync("publicity");
        using var secretary = await RestAsync("xx-secretary");
        var coverage = new CoverageService.CoverageServiceClient(cast["publicity"].Calls);

        var unit = await secretary.GetFromJsonAsync<JsonElement>($"planning/v1/{County}/coverage/2023");
        var county = await publicity.GetFromJsonAsync<JsonElement>($"planning/v1/{County}/countyCoverage/2023?allUnits=true");

        var counts = (await coverage.GetUnitCoverageAsync(new() { Name = $"{County}/coverage/2023" })).Counts;
        Assert.Equal((12, 12), (counts.Planned, counts.Held));
        Assert.Equal(counts, Parse<CoverageCounts>(unit.GetProperty("counts")));
        var answer = await coverage.GetCountyCoverageAsync(new() { Name = $"{County}/countyCoverage/2023", AllUnits = true });
        Assert.Equal(answer, Parse<CountyCoverage>(county));
        Assert.Equal(answer.Exceptions.Sum(row => row.Counts.Held), answer.Totals.Held);
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync($"planning/v1/{County}/countyCoverage/2023")).StatusCode);
    }

    /// <summary>Drafted by gRPC, issued and amended by REST, read by the unit that it is for.</summary>
    private async Task<string> ArrangeAsync(HttpClient publicity, HttpClient secretary)
    {
        var made = await new ThematicArrangementService.ThematicArrangementServiceClient(cast["publicity"].Calls)
            .CreateThematicArrangementAsync(new()
            {
                Parent = County,
                ThematicArrangementId = id,
                ThematicArrangement = new()
                {
                    Year = Year, Title = "安排意见", Number = $"新宣发〔{Year}〕1号", Units = { "xinxiang-hehe" }, Topics = { TopicOf(1), TopicOf(2) },
                },
            });
        await PostAsync(publicity, $"{made.Name}:issue", new { });
        await PostAsync(publicity, $"{made.Name}:amend", new
        {
            topics = new[] { TopicOf(1), TopicOf(2) }.Select(topic => JsonSerializer.Deserialize<JsonElement>(JsonFormatter.Default.Format(topic))),
            reason = "补充要求",
        });

        var received = await secretary.GetFromJsonAsync<JsonElement>($"planning/v1/{Unit}/receivedArrangements?year={Year}");
        Assert.Contains(received.GetProperty("receivedArrangements").EnumerateArray(), row => row.GetProperty("name").GetString()!.EndsWith(id, StringComparison.Ordinal));
        return made.Name;
    }

    /// <summary>Prefilled and filed by REST, passed and accepted by gRPC; sent back once on the way.</summary>
    private async Task<AnnualPlan> FileAsync(HttpClient publicity, HttpClient secretary, string arrangement)
    {
        var draft = await PostAsync(secretary, $"{Unit}/plans:prefill", new { year = Year, withoutLastYear = true });
        Assert.Equal(
            [$"{arrangement}/topics/t1", $"{arrangement}/topics/t2"],
            draft.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("arrangementTopic").GetString()!));
        await PostAsync(secretary, $"{Unit}/plans?year={Year}", draft);
        await PassAsync("第1次党委会");
        await PostAsync(publicity, $"{Plan}:return", new { reason = "请补充重点发言人" });
        Assert.Equal("请补充重点发言人", Text(await secretary.GetFromJsonAsync<JsonElement>($"planning/v1/{Plan}"), "returnReason"));
        await CheckSheetAsync(secretary);
        await PassAsync("第2次党委会");

        var filings = await publicity.GetFromJsonAsync<JsonElement>($"planning/v1/{County}/planFilings?year={Year}");
        Assert.Equal("PLAN_FILING_STATE_FILED", Text(
            filings.GetProperty("planFilings").EnumerateArray().Single(row => row.GetProperty("name").GetString() == Plan), "state"));
        var findings = await secretary.GetFromJsonAsync<JsonElement>($"planning/v1/{Plan}:check");
        Assert.NotEqual(0, findings.GetProperty("findings").GetArrayLength());
        return await new AnnualPlanService.AnnualPlanServiceClient(cast["publicity"].Calls).AcceptAnnualPlanAsync(
            new() { Name = Plan, ReceiptNumber = "新宣备1号" });

        async Task PassAsync(string meeting)
        {
            await PostAsync(secretary, $"{Plan}:submit", new { });
            await new AnnualPlanService.AnnualPlanServiceClient(cast["hehe-leader"].Calls).ApproveAnnualPlanAsync(
                new() { Name = Plan, Meeting = meeting, ApprovedOn = "2023-01-10" });
            await PostAsync(secretary, $"{Plan}:file", new { });
        }
    }

    private async Task CheckDocumentsAsync(HttpClient secretary, string arrangement)
    {
        using var docx = await secretary.GetAsync($"planning/v1/{Plan}:print?form=PAPER_FORM_DOCX");
        Assert.EndsWith("wordprocessingml.document", docx.Content.Headers.ContentType!.MediaType);
        Assert.Equal("PK"u8.ToArray(), (await docx.Content.ReadAsByteArrayAsync())[..2]);
        Assert.Contains("替换专题", await secretary.GetStringAsync($"planning/v1/{Plan}:print?form=PAPER_FORM_PAGE"));
        var received = $"{Unit}/receivedArrangements/{arrangement.Split('/')[^1]}";
        Assert.Contains("安排意见", await secretary.GetStringAsync($"planning/v1/{received}:print?form=PAPER_FORM_PAGE"));
        Assert.NotEmpty(await secretary.GetByteArrayAsync("planning/v1/planItemTemplate"));
    }

    /// <summary>The sheet that one takes out is the sheet that one may send in, while the plan can be changed.</summary>
    private async Task CheckSheetAsync(HttpClient secretary)
    {
        var documents = new PlanDocumentService.PlanDocumentServiceClient(cast["hehe-secretary"].Calls);
        var sheet = await documents.ExportPlanItemsAsync(new() { Name = Plan });
        var read = await PostAsync(secretary, $"{Plan}:importItems", new { file = sheet.Data.ToBase64(), dryRun = true });
        Assert.Equal((2, 0), (read.GetProperty("rows").GetInt32(), read.GetProperty("problems").GetArrayLength()));
    }

    private static ArrangementTopic TopicOf(int number) => new()
    {
        Id = $"t{number}", Title = $"专题{number}", Mandatory = true, StartsOn = $"{Year}-0{number}-01", EndsOn = $"{Year}-12-31",
    };

    private static T Parse<T>(JsonElement json)
        where T : IMessage<T>, new() => JsonParser.Default.Parse<T>(json.GetRawText());

    private static string Text(JsonElement json, string field) => json.GetProperty(field).GetString()!;

    private static async Task<JsonElement> PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync($"planning/v1/{path}", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<HttpClient> RestAsync(string user)
    {
        var http = new HttpClient { BaseAddress = suite.Web };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await cast[user].TokenAsync());
        return http;
    }
}

[Collection("standalone")]
public sealed class PlanningOnStandaloneTests(StandaloneYear year) : PlanningTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class PlanningOnCountyTests(CountyYear year) : PlanningTests(year.Suite);
