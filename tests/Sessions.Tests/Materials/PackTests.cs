using System.IO.Compression;
using System.Text;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Materials;

public class PackTests
{
    private const string Pack = $"{County.Session}/materialPack";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task Pack_OrderedByTheScheme_IsHandedOutReadAndCompiled()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        await county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = County.Scheme() });
        var file = await UploadTests.UploadAsync(
            county.Secretary, new() { FileName = "要点.txt", Volumes = 30, Source = "新华社" }, Encoding.UTF8.GetBytes("要点"));
        var early = await Refusal.OfAsync(county.Secretary.Packs.DistributeMaterialsAsync(new() { Name = Pack }));
        await ReverseAsync(county);
        await county.Secretary.Schemes.SubmitSchemeAsync(new() { Name = $"{County.Session}/scheme" });
        await county.Leader.Schemes.ApproveSchemeAsync(new() { Name = $"{County.Session}/scheme", ApprovedOn = "2023-03-10" });
        var unread = await Refusal.OfAsync(county.Wang.Packs.AcknowledgeMaterialsAsync(new() { Name = Pack }));

        var pack = await county.Secretary.Packs.DistributeMaterialsAsync(new() { Name = Pack, DistributedOn = "2023-03-16" });
        await county.Wang.Packs.AcknowledgeMaterialsAsync(new() { Name = Pack });
        var own = await county.Wang.Packs.AcknowledgeMaterialsAsync(new() { Name = Pack });
        var all = await county.Secretary.Packs.GetMaterialPackAsync(new() { Name = Pack });
        using var zip = new ZipArchive(await county.Wang.Http.GetStreamAsync($"/sessions/v1/{Pack}:download", TestContext.Current.CancellationToken));

        Assert.Equal(("SCHEME_NOT_APPROVED", "MATERIALS_NOT_DISTRIBUTED"), (early.Reason, unread.Reason));
        Assert.Equal(["要点", "内部参阅材料", "全国两会文件汇编"], pack.Entries.Select(entry => entry.Title));
        Assert.Equal((50, 1, 4, 5, true, "rulebooks/default"), (pack.Volumes, pack.Round, pack.DaysAhead, pack.LeadDays, pack.IsLate, pack.Rulebook));
        Assert.Equal((file.Name, true), (pack.Entries[0].File, pack.Entries[1].IsTitleOnly));
        Assert.Equal("people/p-wang", Assert.Single(own.Recipients).Person);
        Assert.Equal(["people/p-wang"], all.Recipients.Where(r => r.AcknowledgeTime is not null).Select(r => r.Person));
        Assert.Equal(["00 目录.docx", "01 要点.txt"], zip.Entries.Select(entry => entry.FullName));
        var sent = Assert.Single(await county.Host.SentAsync<MaterialsDistributed>());
        Assert.Equal((3, 5, "2023-03-16"), (sent.Materials, sent.Recipients.Count, sent.DistributedOn.ToString("yyyy-MM-dd", null)));
    }

    [Fact]
    public async Task UpdateScheme_FileOfAnotherSession_IsUnknown()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        await county.GivenPlannedAsync("april");
        var file = await UploadTests.UploadAsync(
            county.Secretary, new() { Parent = $"{County.Unit}/sessions/april", FileName = "a.txt" }, Encoding.UTF8.GetBytes("要点"));
        var scheme = County.Scheme();
        scheme.Materials.Add(new Material { Title = "要点", Kind = MaterialKind.File, File = file.Name });

        var refusal = await Refusal.OfAsync(county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = scheme }));

        Assert.Equal(["scheme.materials[2].file MATERIAL_FILE_UNKNOWN"], refusal.Violations);
    }

    private static async Task ReverseAsync(County county)
    {
        var scheme = await county.Secretary.Schemes.GetSchemeAsync(new() { Name = $"{County.Session}/scheme" });
        var turned = new Scheme { Name = scheme.Name, Materials = { scheme.Materials.Reverse() } };
        await county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = turned, UpdateMask = new() { Paths = { "materials" } } });
    }
}

[Trait("Needs", "Servers")]
public sealed class PackOnServersTests : PackTests
{
    protected override Backing Backing => Backing.Servers;
}
