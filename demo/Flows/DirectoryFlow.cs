using System.Globalization;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Directory.V1;

namespace StudySuite.Demo.Flows;

/// <summary>
/// What a directory is asked for in the course of a year: its roster out and in by Excel, a deputy who acts for the leader,
/// and a stricter rule for one unit. Run again, each step finds what is there.
/// </summary>
internal sealed class DirectoryFlow(Cast cast)
{
    private const string Deputy = "xx-deputy";
    private const string Key = "makeup.deadline_days";
    private static readonly string Scope = $"units/{Units.Below[^1].Code}";
    private ImportRosterResponse import = new();
    private string actsUntil = "";

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

    public async Task RunAsync()
    {
        await ImportAsync();
        await DelegateAsync();
        await TightenAsync();
    }

    public Task PrintAsync(TextWriter output) => output.WriteLineAsync(
        $"""

        名册导出后原样导入 / roster exported and imported again: {import.RowCount} 行，新增 {import.CreateCount}，不变 {import.UnchangedCount}
        县委中心组副组长代行组长职责至 / a deputy acts for the leader until {actsUntil}
        {Units.Below[^1].Name}补学期限从严为 7 天 / a stricter rule for one unit: {Key} = 7
        """);

    private async Task ImportAsync()
    {
        var roster = new RosterService.RosterServiceClient(cast["admin"].Calls);
        var sheet = await roster.ExportRosterAsync(new ExportRosterRequest { Sheet = RosterSheet.Members });
        var request = new ImportRosterRequest { Sheet = RosterSheet.Members, File = sheet.Data, DryRun = true };
        var preview = await roster.ImportRosterAsync(request);
        if (preview.Problems.Count > 0)
        {
            throw new InvalidDataException(preview.Problems[0].Message);
        }

        request.DryRun = false;
        import = await roster.ImportRosterAsync(request);
    }

    private async Task DelegateAsync()
    {
        var calls = cast["admin"].Calls;
        await new PersonService.PersonServiceClient(calls).CreatePersonAsync(new CreatePersonRequest
        {
            PersonId = Deputy,
            Person = new Person { DisplayName = $"{Units.County.Name}副组长（演示）", Post = "副组长", UserName = Deputy },
            RequestId = $"demo-person-{Deputy}",
        }).UnlessThereAsync();
        await new MemberService.MemberServiceClient(calls).CreateMemberAsync(new CreateMemberRequest
        {
            Parent = Units.County.ResourceName,
            MemberId = Deputy,
            Member = new Member
            {
                Person = $"people/{Deputy}", Role = MemberRole.Deputy, Kind = MemberKind.Attending, Order = 2, FromDate = Text(Today),
            },
        }).UnlessThereAsync();

        var delegations = new DelegationService.DelegationServiceClient(cast[Units.County.Leader].Calls);
        await delegations.CreateDelegationAsync(new CreateDelegationRequest
        {
            Parent = Units.County.ResourceName,
            DelegationId = "demo",
            Delegation = new Delegation
            {
                Deputy = $"people/{Deputy}", FromDate = Text(Today), ToDate = Text(Today.AddDays(7)), Reason = "组长外出学习",
            },
        }).UnlessThereAsync();
        var there = await delegations.ListDelegationsAsync(new ListDelegationsRequest { Parent = Units.County.ResourceName });
        actsUntil = there.Delegations[0].ToDate;
    }

    private async Task TightenAsync()
    {
        var rulebooks = new RulebookService.RulebookServiceClient(cast["publicity"].Calls);
        var known = await rulebooks.ListRulebooksAsync(new ListRulebooksRequest { PageSize = 200 });
        if (!known.Rulebooks.Any(rulebook => rulebook.Overrides.Any(rule => rule.Scope == Scope && rule.Key == Key)))
        {
            await rulebooks.PublishRulebookAsync(new PublishRulebookRequest
            {
                // From today: a later version could not take effect before one that is announced for a later day.
                EffectiveFrom = Text(Today), Overrides = { new RuleOverride { Scope = Scope, Key = Key, Value = "7" } },
            });
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
