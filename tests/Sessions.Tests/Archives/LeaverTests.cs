using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Archives;

/// <summary>Somebody who left was anonymised in directory; what was archived before stays as it was, to the byte.</summary>
public class LeaverTests
{
    private const string Name = $"{County.Session}/archive";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task Archive_AfterItsPeopleWereAnonymised_IsWhole()
    {
        await using var county = await County.OpenAsync(Backing);
        var before = await county.GivenArchivedAsync();
        var members = await county.Host.ReadAsync(db => db.MemberViews.AsNoTracking().ToListAsync());
        Assert.NotEmpty(members);

        foreach (var member in members)
        {
            await county.Host.DeliverAsync(new MembershipChanged(
                member.Member, member.Unit, member.Person, "已离任人员", "", member.Role, member.Kind, member.Order,
                new DateOnly(2020, 1, 1), new DateOnly(2023, 12, 19), member.Version + 1));
        }

        Assert.True(await county.Host.ReadAsync(db => db.MemberViews.AllAsync(member => member.Name == "已离任人员")));
        var after = await county.Secretary.Archives.GetArchiveAsync(new() { Name = Name });
        Assert.Equal(before.IndexSha256, after.IndexSha256);
        foreach (var item in after.Items)
        {
            var body = await county.Secretary.Archives.DownloadArchiveItemAsync(new() { Name = item.Name });
            Assert.Equal(item.Sha256, Convert.ToHexStringLower(SHA256.HashData(body.Data.ToByteArray())));
        }
    }
}

[Trait("Needs", "Servers")]
public sealed class LeaverOnServersTests : LeaverTests
{
    protected override Backing Backing => Backing.Servers;
}
