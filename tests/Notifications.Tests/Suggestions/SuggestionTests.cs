using Grpc.Core;
using MiniExcelLibs;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Tests.Suggestions;

public sealed class SuggestionTests(County county) : SuggestionCases(county), IClassFixture<County>;

[Trait("Needs", "Servers")]
public sealed class SuggestionOnServersTests(CountyOnServers county) : SuggestionCases(county), IClassFixture<CountyOnServers>;

/// <summary>The same on both databases.</summary>
public abstract class SuggestionCases(County county)
{
    private int ids;

    private SuggestionService.SuggestionServiceClient Publicity => new(county.As("p-publicity", "Publicity:/xinxiang/*"));

    [Fact]
    public async Task CreateSuggestion_BySomeoneWithoutARole_OwnAndPublicitySeeIt()
    {
        var author = BoxOf("p-author");
        var created = await CreateAsync(author);

        Assert.Equal((SuggestionState.Open, "people/p-author"), (created.State, created.Author));
        Assert.Equal(created, await author.GetSuggestionAsync(new() { Name = created.Name }));
        Assert.Equal(created, await Publicity.GetSuggestionAsync(new() { Name = created.Name }));
        Assert.Contains(created, (await author.ListSuggestionsAsync(new() { PageSize = 200 })).Suggestions);
        Assert.Contains(created, (await Publicity.ListSuggestionsAsync(new() { PageSize = 200 })).Suggestions);
        Assert.DoesNotContain(created, (await Publicity.ListSuggestionsAsync(new() { OwnOnly = true })).Suggestions);
    }

    [Theory]
    [InlineData("SystemAdmin:/*")]
    [InlineData("GroupLeader:/xinxiang/kegong/")]
    public async Task AnyCall_OnAnothersSuggestion_NotFound(string grant)
    {
        var created = await CreateAsync(BoxOf("p-author"));
        var other = new SuggestionService.SuggestionServiceClient(county.As("p-other", grant));

        await Refusal.WithAsync(StatusCode.NotFound, "SUGGESTION_NOT_FOUND",
            async () => await other.GetSuggestionAsync(new() { Name = created.Name }));
        await Refusal.WithAsync(StatusCode.PermissionDenied, "ROLE_MISSING",
            async () => await other.AnswerSuggestionAsync(new() { Name = created.Name, Answer = "好" }));
        Assert.Empty((await other.ListSuggestionsAsync(new())).Suggestions);
    }

    [Fact]
    public async Task CreateSuggestion_Anonymous_OnlyTheAuthorSeesWho()
    {
        var author = BoxOf("p-shy");
        var created = await CreateAsync(author, isAnonymous: true);

        Assert.Equal("people/p-shy", created.Author);
        Assert.Empty((await Publicity.GetSuggestionAsync(new() { Name = created.Name })).Author);
        Assert.Equal("people/p-shy", (await author.GetSuggestionAsync(new() { Name = created.Name })).Author);
    }

    [Fact]
    public async Task AnswerSuggestion_Open_AuthorIsTold()
    {
        var created = await CreateAsync(BoxOf("p-asking"));

        var answered = await Publicity.AnswerSuggestionAsync(new() { Name = created.Name, Answer = "已采纳", Etag = created.Etag });

        Assert.Equal((SuggestionState.Answered, "已采纳"), (answered.State, answered.Answer));
        Assert.NotNull(answered.AnswerTime);
        Assert.Equal(("people/p-publicity", "p-publicity"), (answered.Handler, answered.HandlerName));
        var item = Assert.Single(await county.ItemsAsync("p-asking", created.Name));
        Assert.Equal(InboxItemKind.SuggestionAnswered, item.Kind);
        Assert.Empty(item.Unit);
    }

    [Fact]
    public async Task Suggestion_TakenAnsweredReopenedAnsweredClosed_AuthorFollowsEachStep()
    {
        await county.GivenOfficeAsync("p-publicity", "xinxiang", "Publicity");
        var author = BoxOf("p-following");
        var created = await CreateAsync(author, isAnonymous: true);
        Assert.Equal(InboxItemKind.SuggestionMade, Assert.Single(await county.ItemsAsync("p-publicity", created.Name)).Kind);

        var taken = await Publicity.TakeSuggestionAsync(new() { Name = created.Name });
        await Refusal.WithAsync(StatusCode.FailedPrecondition, "SUGGESTION_STATE",
            async () => await Publicity.TakeSuggestionAsync(new() { Name = created.Name }));
        await Publicity.AnswerSuggestionAsync(new() { Name = created.Name, Answer = "正在办" });
        await Refusal.WithAsync(StatusCode.PermissionDenied, "SUGGESTION_NOT_OWN",
            async () => await Publicity.CloseSuggestionAsync(new() { Name = created.Name }));
        var reopened = await author.ReopenSuggestionAsync(new() { Name = created.Name, Reason = "还没有好" });
        await Publicity.AnswerSuggestionAsync(new() { Name = created.Name, Answer = "已办好" });
        var closed = await author.CloseSuggestionAsync(new() { Name = created.Name });

        Assert.Equal((SuggestionState.InProgress, "people/p-publicity"), (taken.State, taken.Handler));
        Assert.Equal((SuggestionState.Open, "正在办"), (reopened.State, reopened.Answer));
        Assert.Equal((SuggestionState.Closed, "已办好"), (closed.State, closed.Answer));
        Assert.Equal(
            [SuggestionStepKind.Taken, SuggestionStepKind.Answered, SuggestionStepKind.Reopened, SuggestionStepKind.Answered, SuggestionStepKind.Closed],
            closed.Steps.Select(step => step.Kind));
        Assert.Equal("people/p-following", closed.Steps[2].Person);
        Assert.Empty((await Publicity.GetSuggestionAsync(new() { Name = created.Name })).Steps[2].Person);
        await Refusal.WithAsync(StatusCode.FailedPrecondition, "SUGGESTION_ANSWERED",
            async () => await Publicity.AnswerSuggestionAsync(new() { Name = created.Name, Answer = "好" }));
    }

    [Fact]
    public async Task ExportSuggestions_OfAYear_HasThemWithAnswersAndHidesTheAnonymous()
    {
        var shy = await CreateAsync(BoxOf("p-hidden"), isAnonymous: true);
        await CreateAsync(BoxOf("p-named"));
        await Publicity.AnswerSuggestionAsync(new() { Name = shy.Name, Answer = "已转办" });
        var year = county.Host.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Year;

        var sheet = await Publicity.ExportSuggestionsAsync(new() { Year = year });
        var before = await Publicity.ExportSuggestionsAsync(new() { Year = year - 1 });
        var page = await Publicity.ExportSuggestionsAsync(new() { Year = year, Form = LedgerForm.Page });
        var paper = await Publicity.ExportSuggestionsAsync(new() { Year = year, Form = LedgerForm.Docx });

        var rows = RowsOf(sheet);
        Assert.Equal(["序号", "提出日期", "类别", "提出人", "内容", "状态", "办理人", "答复", "答复日期"], rows[0]);
        var hidden = rows.Last(row => row[3] == "匿名" && row[7] == "已转办");
        Assert.Equal(("已答复", "p-publicity"), (hidden[5], hidden[6]));
        Assert.Contains(rows, row => row[3] == "p-named" && row[5] == "待办理");
        Assert.DoesNotContain(rows, row => row.Contains("p-hidden"));
        Assert.Single(RowsOf(before));
        Assert.Equal("text/html; charset=utf-8", page.ContentType);
        Assert.Equal("PK", paper.Data.ToStringUtf8()[..2]);
        await Refusal.WithAsync(StatusCode.PermissionDenied, "ROLE_MISSING",
            async () => await BoxOf("p-named").ExportSuggestionsAsync(new() { Year = year }));
        await Refusal.WithAsync(StatusCode.InvalidArgument, "INVALID_REQUEST",
            async () => await Publicity.ExportSuggestionsAsync(new() { Year = 1900 }));

        static List<string[]> RowsOf(Google.Api.HttpBody sheet)
        {
            using var bytes = new MemoryStream(sheet.Data.ToByteArray());
            return [.. bytes.Query().Cast<IDictionary<string, object?>>().Select(row => row.Values.Select(cell => $"{cell}").ToArray())];
        }
    }

    [Fact]
    public async Task AnswerSuggestion_TwiceOrStale_Refused()
    {
        var created = await CreateAsync(BoxOf("p-author"));
        await Refusal.WithAsync(StatusCode.Aborted, "ETAG_STALE",
            async () => await Publicity.AnswerSuggestionAsync(new() { Name = created.Name, Answer = "好", Etag = "7" }));
        var request = new AnswerSuggestionRequest { Name = created.Name, Answer = "好", RequestId = $"answer-{created.Name[^6..]}" };

        var first = await Publicity.AnswerSuggestionAsync(request);

        Assert.Equal(first, await Publicity.AnswerSuggestionAsync(request));
        await Refusal.WithAsync(StatusCode.FailedPrecondition, "SUGGESTION_ANSWERED",
            async () => await Publicity.AnswerSuggestionAsync(new() { Name = created.Name, Answer = "好" }));
        Assert.Single(await county.ItemsAsync("p-author", created.Name));
    }

    [Fact]
    public async Task CreateSuggestion_RepeatedWithTheSameRequestId_OneSuggestion()
    {
        var author = BoxOf("p-repeating");
        var request = new CreateSuggestionRequest
        {
            Suggestion = new() { Kind = SuggestionKind.Complaint, Text = "页面打不开" },
            RequestId = "repeat-0001",
        };

        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => author.CreateSuggestionAsync(request).ResponseAsync));

        Assert.Single(all.Distinct());
        Assert.Single((await author.ListSuggestionsAsync(new())).Suggestions);
    }

    [Fact]
    public async Task CreateSuggestion_IdTaken_Exists()
    {
        var author = BoxOf("p-author");
        var created = await CreateAsync(author);

        await Refusal.WithAsync(StatusCode.AlreadyExists, "SUGGESTION_EXISTS", async () => await author.CreateSuggestionAsync(new()
        {
            Suggestion = new() { Kind = SuggestionKind.Suggestion, Text = "另一条" },
            SuggestionId = created.Name.Split('/')[1],
        }));
    }

    [Fact]
    public async Task CreateSuggestion_AllWrong_AllViolationsAtOnce() => await Refusal.ForFieldsAsync(
        async () => await BoxOf("p-author").CreateSuggestionAsync(new()
        {
            Suggestion = new() { Kind = (SuggestionKind)9, Text = new string('字', 2001) },
            SuggestionId = "No Id",
        }),
        "suggestion_id", "suggestion.kind", "suggestion.text");

    [Fact]
    public async Task ListSuggestions_InPagesByState_NewestFirst()
    {
        var author = BoxOf("p-many");
        for (var i = 0; i < 5; i++)
        {
            await CreateAsync(author);
            county.Host.Clock.Advance(TimeSpan.FromMilliseconds(i % 2));
        }

        var seen = new List<Suggestion>();
        var request = new ListSuggestionsRequest { PageSize = 2, State = SuggestionState.Open };
        do
        {
            var page = await author.ListSuggestionsAsync(request);
            seen.AddRange(page.Suggestions);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(5, seen.DistinctBy(suggestion => suggestion.Name).Count());
        Assert.Equal(seen.OrderByDescending(suggestion => suggestion.CreateTime), seen);
        Assert.Empty((await author.ListSuggestionsAsync(new() { State = SuggestionState.Answered })).Suggestions);
    }

    private SuggestionService.SuggestionServiceClient BoxOf(string person) => new(county.As(person));

    private async Task<Suggestion> CreateAsync(SuggestionService.SuggestionServiceClient box, bool isAnonymous = false) =>
        await box.CreateSuggestionAsync(new()
        {
            Suggestion = new() { Kind = SuggestionKind.Suggestion, Text = "希望增加导出", Anonymous = isAnonymous },
            SuggestionId = $"s-{Guid.CreateVersion7():n}-{ids++}",
        });
}
