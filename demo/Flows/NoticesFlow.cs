using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Notifications.V1;

namespace StudySuite.Demo.Flows;

/// <summary>Who must know: inbox and digest, the supervision office's board, and a suggestion that gets its answer.</summary>
internal sealed class NoticesFlow(Cast cast)
{
    private const string Suggestion = "suggestions/demo-2023";

    public async Task RunAsync()
    {
        var author = new SuggestionService.SuggestionServiceClient(cast[Units.Below[0].Secretary].Calls);
        var publicity = new SuggestionService.SuggestionServiceClient(cast["publicity"].Calls);
        await author.CreateSuggestionAsync(new CreateSuggestionRequest
        {
            SuggestionId = "demo-2023",
            Suggestion = new Suggestion { Kind = SuggestionKind.Suggestion, Text = "考勤表希望能直接打印成一页。" },
            RequestId = "demo-suggestion",
        }).UnlessThereAsync();

        var suggestion = await author.GetSuggestionAsync(new GetSuggestionRequest { Name = Suggestion });
        if (suggestion.State == SuggestionState.Open)
        {
            suggestion = await publicity.TakeSuggestionAsync(
                new TakeSuggestionRequest { Name = Suggestion, RequestId = "demo-suggestion-take" });
        }

        if (suggestion.State == SuggestionState.InProgress)
        {
            suggestion = await publicity.AnswerSuggestionAsync(new AnswerSuggestionRequest
            {
                Name = Suggestion, Answer = "已采纳，考勤表按一页排版。", RequestId = "demo-suggestion-answer",
            });
        }

        if (suggestion.State == SuggestionState.Answered)
        {
            await author.CloseSuggestionAsync(
                new CloseSuggestionRequest { Name = Suggestion, RequestId = "demo-suggestion-close" });
        }
    }

    public async Task PrintAsync(TextWriter output)
    {
        var calls = cast["supervision"].Calls;
        var inbox = new InboxService.InboxServiceClient(calls);
        var newest = await inbox.ListInboxItemsAsync(new ListInboxItemsRequest { Parent = "people/me", PageSize = 3 });
        var unread = await inbox.GetUnreadCountAsync(new GetUnreadCountRequest { Parent = "people/me" });
        var board = await new AlertBoardService.AlertBoardServiceClient(calls)
            .GetAlertBoardAsync(new GetAlertBoardRequest { Parent = "units/-" });
        var suggestion = await new SuggestionService.SuggestionServiceClient(cast["publicity"].Calls)
            .GetSuggestionAsync(new GetSuggestionRequest { Name = Suggestion });

        await output.WriteLineAsync($"\n督查室收件箱 / supervision office's inbox ({unread.UnreadCount} 条未读 / unread):");
        foreach (var item in newest.InboxItems)
        {
            await output.WriteLineAsync($"  {item.Title}：{item.Text}");
        }

        await output.WriteLineAsync(
            $"提醒板 / board: 即将到期 {board.Total.DueSoonCount}，到期 {board.Total.DueCount}，逾期 {board.Total.OverdueCount}，"
            + $"已上报 {board.Total.EscalatedCount}");
        await output.WriteLineAsync($"意见建议 / suggestion: {suggestion.Text} → {suggestion.HandlerName}：{suggestion.Answer}");
    }
}
