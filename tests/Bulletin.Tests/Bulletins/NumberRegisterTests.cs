using Grpc.Core;
using StudySuite.Bulletin.V1;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.Bulletins;

public sealed class NumberRegisterTests
{
    [Fact]
    [Trait("Needs", "Servers")]
    public async Task IssueBulletin_TwentyAtOnce_LeavesNoGapAndNoRepeat()
    {
        await using var county = await County.StartAsync(Backing.Servers);
        var names = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            names.Add((await county.GivenSignedAsync($"b-{i:d2}")).Name);
        }

        // Each twice, so that half of them fail on the way and must give their number back.
        var client = county.Bulletins();
        var issued = await Task.WhenAll(names.Concat(names).Select(async name =>
        {
            try
            {
                return (await client.IssueBulletinAsync(
                    new IssueBulletinRequest { Name = name, IssuedOn = "2023-07-12" })).Number;
            }
            catch (RpcException refused) when (refused.StatusCode is StatusCode.Aborted or StatusCode.FailedPrecondition)
            {
                return "";
            }
        }));

        Assert.Equal(
            Enumerable.Range(1, 20).Select(number => $"新宣通〔2023〕{number}号").Order(),
            issued.Where(number => number.Length > 0).Order());
    }

    [Fact]
    public async Task IssueBulletin_AnotherYearOrPrefix_StartsAtOne()
    {
        await using var county = await County.StartAsync();
        await county.GivenIssuedAsync();
        var client = county.Bulletins();
        var next = await county.GivenSignedAsync("next");
        county.Host.Clock.Advance(TimeSpan.FromDays(30));

        var inJanuary = await client.IssueBulletinAsync(new IssueBulletinRequest { Name = next.Name });

        Assert.Equal("新宣通〔2024〕1号", inJanuary.Number);
    }
}
