using System.Text;
using StudySuite.Sessions.Search;
using StudySuite.Sessions.Tests.Materials;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Search;

public class SearchTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task SearchRecords_ChineseWords_FindsWhatTheCallerMayRead()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync("april");
        await UploadTests.UploadAsync(
            county.Secretary, new() { Parent = $"{County.Unit}/sessions/april", FileName = "要点.txt" },
            Encoding.UTF8.GetBytes("高质量发展是全面建设社会主义现代化国家的首要任务。"));
        await county.GivenRecordedAsync();
        await county.Secretary.Activities.CreateActivityAsync(new()
        {
            Parent = County.Unit,
            Activity = new() { Kind = ActivityKind.ResearchReport, Title = "高质量发展调研报告", PersonName = "王某", HappenedOn = "2023-05-01" },
        });
        var office = new Caller(county.Host, "p-office", "CountyOffice:/xinxiang/*");

        Assert.Equal(["activities", "april/files"], await FindAsync(county.Secretary, County.Unit, "高质量发展"));
        Assert.Equal(["activities"], await FindAsync(county.Wang, County.Unit, "高质量发展"));
        Assert.Equal(["april", "march", "march/record"], await FindAsync(county.Publicity, "units/-", "两会精神"));
        Assert.Equal(["march/record"], await FindAsync(county.Wang, "units/-", "走访企业 结合实际"));
        Assert.Equal(["april", "march"], await FindAsync(office, "units/-", "两会精神"));
        Assert.Empty(await FindAsync(county.OtherSecretary, "units/-", "两会精神"));
        Assert.Empty(await FindAsync(county.Secretary, County.Unit, "会两"));
        Assert.Empty(await FindAsync(county.Secretary, County.Unit, "100%_'\\&|!x"));
        var foreign = await Refusal.OfAsync(county.OtherSecretary.Search.SearchRecordsAsync(new() { Parent = County.Unit, Query = "两会" }));
        var shorter = await Refusal.OfAsync(county.Secretary.Search.SearchRecordsAsync(new() { Parent = County.Unit, Query = "会" }));
        Assert.Equal(("UNIT_NOT_FOUND", "query SEARCH_TOO_SHORT"), (foreign.Reason, Assert.Single(shorter.Violations)));

        var first = await county.Publicity.Search.SearchRecordsAsync(new() { Parent = "units/-", Query = "两会精神", PageSize = 2 });
        var second = await county.Publicity.Search.SearchRecordsAsync(
            new() { Parent = "units/-", Query = "两会精神", PageSize = 2, PageToken = first.NextPageToken });
        Assert.Equal((2, 1, ""), (first.Hits.Count, second.Hits.Count, second.NextPageToken));
        Assert.Contains("两会精神", first.Hits[1].Snippet);
    }

    [Fact]
    public void Pairs_OfAText_AreThoseOfNeighbours()
    {
        Assert.Equal("学习 习a ab 𠮷学", SearchText.Pairs(SearchText.Normalise(" 学习AB\n\0 𠮷学 ")));
        Assert.Equal("'学习' & 'a''' & '''\\\\'", SearchText.Query(["学习", "a'\\"]));
    }

    private static async Task<List<string>> FindAsync(Caller caller, string parent, string query)
    {
        var found = await caller.Search.SearchRecordsAsync(new() { Parent = parent, Query = query });
        return [.. found.Hits.Select(hit => hit.Name.Replace($"{County.Unit}/", "", StringComparison.Ordinal)
            .Replace("sessions/", "", StringComparison.Ordinal)).Select(name =>
                name.StartsWith("activities", StringComparison.Ordinal) ? "activities"
                : name.Contains("/files/", StringComparison.Ordinal) ? name[..name.LastIndexOf('/')] : name)];
    }
}

[Trait("Needs", "Servers")]
public sealed class SearchOnServersTests : SearchTests
{
    protected override Backing Backing => Backing.Servers;
}
