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

    [Theory]
    [InlineData("新宣通", "2023-07-12", "新宣通〔2023〕2号")]
    [InlineData("新宣通", "2022-07-12", "新宣通〔2022〕1号")]
    [InlineData("新宣发", "2023-07-12", "新宣发〔2023〕1号")]
    public async Task IssueBulletin_AnotherYearOrPrefix_StartsAtOne(string prefix, string issuedOn, string number)
    {
        await using var county = await County.StartAsync();
        await county.GivenIssuedAsync();
        var draft = await county.Bulletins().CreateBulletinAsync(new CreateBulletinRequest
        {
            Parent = "units/xinxiang",
            Bulletin = new V1.Bulletin
            {
                Year = 2022, Half = 1, NumberPrefix = prefix, Overview = "一", Practices = "二", Problems = "三",
                Requirements = "四",
            },
        });
        await county.Bulletins().SubmitBulletinAsync(new SubmitBulletinRequest { Name = draft.Name });
        await county.Bulletins("p-director").SignBulletinAsync(new SignBulletinRequest { Name = draft.Name });

        var issued = await county.Bulletins().IssueBulletinAsync(
            new IssueBulletinRequest { Name = draft.Name, IssuedOn = issuedOn });

        Assert.Equal(number, issued.Number);
    }
}
