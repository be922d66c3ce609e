using Grpc.Core;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Rectification;

public sealed class NumberRegisterTests
{
    [Fact]
    public Task IssueRectificationNotice_TwentyAtOnce_GivesEachNumberOnce() => IssueAtOnceAsync(Backing.Sqlite);

    [Fact]
    [Trait("Needs", "Servers")]
    public Task IssueRectificationNotice_TwentyAtOnceOnServers_GivesEachNumberOnce() => IssueAtOnceAsync(Backing.Servers);

    [Fact]
    public async Task IssueRectificationNotice_InAnotherYear_BeginsAtOne()
    {
        await using var county = await County.OpenAsync();

        var numbers = new List<string>();
        foreach (var day in new[] { "2022-12-30", "2023-01-03", "2023-01-04" })
        {
            numbers.Add((await county.GivenIssuedNoticeAsync(day, items: 1)).Number);
        }

        Assert.Equal(["新督改〔2022〕1号", "新督改〔2023〕1号", "新督改〔2023〕2号"], numbers);
    }

    private static async Task IssueAtOnceAsync(Backing backing)
    {
        await using var county = await County.OpenAsync(backing);
        var open = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            open.Add((await county.GivenOpenNoticeAsync(items: 1)).Name);
        }

        // Each is tried twice at once: the loser of a pair must not use a number up.
        var publicity = county.Publicity;
        var answers = await Task.WhenAll(open.Concat(open).Select(async name =>
        {
            try
            {
                return (await publicity.Notices.IssueRectificationNoticeAsync(new() { Name = name, NumberPrefix = "新督改" })).Number;
            }
            catch (RpcException error) when (error.StatusCode is StatusCode.Aborted or StatusCode.FailedPrecondition)
            {
                return null;
            }
        }));

        Assert.Equal(
            Enumerable.Range(1, 20).Select(number => $"新督改〔2023〕{number}号").Order(StringComparer.Ordinal),
            answers.OfType<string>().Order(StringComparer.Ordinal));
    }
}
