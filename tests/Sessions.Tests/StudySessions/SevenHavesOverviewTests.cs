using Grpc.Core;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.StudySessions;

/// <summary>The seven haves of a unit and of the county, and by when what is missing should be there.</summary>
public class SevenHavesOverviewTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task ListSevenHaves_NamesWhatIsMissingAndByWhen()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenCompleteAsync();
        await county.GivenHeldAsync("april");
        await county.GivenPlannedAsync("may");

        var all = (await county.Secretary.SevenHaves.ListSevenHavesAsync(new() { Parent = County.Unit, Year = 2023 })).SevenHaves;
        var open = (await county.Publicity.SevenHaves.ListSevenHavesAsync(new() { Parent = "units/-", OnlyMissing = true })).SevenHaves;
        var summary = await county.Publicity.SevenHaves.SummarizeSevenHavesAsync(new() { Parent = "units/-", Year = 2023 });
        var own = await county.Wang.SevenHaves.SummarizeSevenHavesAsync(new() { Parent = County.Unit, Year = 2023 });
        var foreign = await Refusal.OfAsync(county.OtherSecretary.SevenHaves.ListSevenHavesAsync(new() { Parent = County.Unit }));

        Assert.Equal([false, true], all.OrderBy(one => one.Name).Select(one => one.IsComplete));
        var april = Assert.Single(open);
        Assert.Equal(("学习贯彻全国两会精神", "2023-03-20", true), (april.Topic, april.HeldOn, april.IsLate));
        Assert.Equal(
            [
                ("Record", "2023-03-27", "session_report.due_days"), ("Attendance", "2023-03-20", ""),
                ("Discussion", "2023-03-27", "session_report.due_days"), ("Notes", "2023-04-03", "archive.due_days"),
                ("Publicity", "2023-04-03", "archive.due_days"),
            ],
            april.Checks.Where(check => check.Result == SevenHavesResult.Missing)
                .Select(check => (check.Kind.ToString(), check.DueOn, check.Rule)));
        Assert.Equal(3, summary.Units.Count);
        Assert.Equal((2, 1), (summary.Total.Sessions, summary.Total.Complete));
        var kegong = Assert.Single(own.Units);
        Assert.Equal((2, 1), (kegong.Sessions, kegong.Complete));
        Assert.Equal((1, 1, 0), (kegong.Tallies[5].Ok, kegong.Tallies[5].Missing, kegong.Tallies[5].NotApplicable));
        Assert.Equal(StatusCode.NotFound, foreign.Code);
    }

    [Fact]
    public async Task ListSessionForms_SaysWhatEachCountsAs()
    {
        await using var county = await County.OpenAsync(Backing);

        var forms = (await county.Wang.Sessions.ListSessionFormsAsync(new())).Forms;
        var english = (await county.Wang.Sessions.ListSessionFormsAsync(new(), new Metadata { { "accept-language", "en" } })).Forms;

        Assert.Equal(Enum.GetValues<SessionForm>().Skip(1), forms.Select(entry => entry.Form));
        Assert.Equal(("集体研讨", "Collective discussion"), (forms[0].Title, english[0].Title));
        Assert.Equal((true, false, true), (forms[0].Counting.IsDiscussion, forms[0].InsideReadingClass.IsDiscussion, forms[0].InsideReadingClass.IsReadingClassDiscussion));
        Assert.False(forms.Single(entry => entry.Form == SessionForm.Research).Counting.IsCollective);
    }
}

[Trait("Needs", "Servers")]
public sealed class SevenHavesOverviewOnServersTests : SevenHavesOverviewTests
{
    protected override Backing Backing => Backing.Servers;
}
