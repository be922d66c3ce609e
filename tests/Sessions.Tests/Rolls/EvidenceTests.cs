using System.Text;
using StudySuite.Sessions.Tests.Materials;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Rolls;

/// <summary>Files that prove a make-up: the member brings them, colleagues do not see them, the archive keeps them.</summary>
public class EvidenceTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task SubmitMakeUp_WithOwnFile_GoesIntoTheArchiveAsAnAddendum()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenArchivedAsync();
        var wangs = Assert.Single((await county.Wang.MakeUps.ListMakeUpsAsync(new() { Parent = County.Unit })).MakeUps);
        var zhaos = Assert.Single((await county.Zhao.MakeUps.ListMakeUpsAsync(new() { Parent = County.Unit })).MakeUps);

        var file = await UploadAsync(county.Wang, "补学笔记摘要.txt");
        var stolen = await Refusal.OfAsync(county.Zhao.MakeUps.SubmitMakeUpAsync(Request(zhaos, file.Name)));
        var submitted = await county.Wang.MakeUps.SubmitMakeUpAsync(Request(wangs, file.Name));
        var used = await Refusal.OfAsync(county.Secretary.Materials.DeleteMaterialFileAsync(new() { Name = file.Name }));
        await county.Secretary.MakeUps.ConfirmMakeUpAsync(new() { Name = wangs.Name });
        var archive = await county.Secretary.Archives.GetArchiveAsync(new() { Name = $"{County.Session}/archive" });

        Assert.Equal(["evidence[0] EVIDENCE_FILE_UNKNOWN"], stolen.Violations);
        Assert.Equal([file.Name], submitted.Evidence);
        Assert.Equal("SESSION_WRONG_STATE", used.Reason);
        var addendum = Assert.Single(archive.Addenda);
        Assert.Equal((ArchiveItemKind.LeaveAndMakeUp, "补学笔记摘要.txt", file.Sha256), (addendum.Kind, addendum.Files[0].FileName, addendum.Files[0].Sha256));
    }

    [Fact]
    public async Task UploadMaterial_ByAMember_IsForTheOwnMakeUpAndForTheStaffOnly()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();
        var leader = county.Leader;

        var none = await RefusedAsync(leader, new() { FileName = "a.txt", Part = ArchiveItemKind.LeaveAndMakeUp });
        var material = await RefusedAsync(county.Wang, new() { FileName = "a.txt", Part = ArchiveItemKind.Speeches });
        var file = await UploadAsync(county.Wang, "病假期间自学小结.txt");
        await county.Wang.MakeUps.SubmitMakeUpAsync(Request(
            Assert.Single((await county.Wang.MakeUps.ListMakeUpsAsync(new() { Parent = County.Unit })).MakeUps), file.Name));
        var colleague = await Refusal.OfAsync(county.Zhao.Materials.GetMaterialFileAsync(new() { Name = file.Name }));
        var inUse = await Refusal.OfAsync(county.Secretary.Materials.DeleteMaterialFileAsync(new() { Name = file.Name }));

        Assert.Equal(("FILE_NOT_YOURS", "FILE_NOT_YOURS"), (none, material));
        Assert.Equal(("FILE_NOT_FOUND", "FILE_IN_USE"), (colleague.Reason, inUse.Reason));
        var (listed, found) = (await OfEachAsync(FilesAsync), await OfEachAsync(FoundAsync));
        Assert.Equal([0, 1, 1], listed);
        Assert.Equal([0, 0, 1], found);

        Task<int[]> OfEachAsync(Func<Caller, Task<int>> count) =>
            Task.WhenAll(new[] { county.Zhao, county.Wang, county.Secretary }.Select(count));

        static async Task<int> FilesAsync(Caller caller) =>
            (await caller.Materials.ListMaterialFilesAsync(new() { Parent = County.Session })).Files.Count;

        static async Task<int> FoundAsync(Caller caller) =>
            (await caller.Search.SearchRecordsAsync(new() { Parent = County.Unit, Query = "自学小结" })).Hits.Count;
    }

    private static SubmitMakeUpRequest Request(MakeUp makeUp, string file) =>
        new() { Name = makeUp.Name, Way = MakeUpWay.SelfStudy, Content = "自学文件", DoneOn = "2023-03-28", Evidence = { file } };

    private static Task<MaterialFile> UploadAsync(Caller caller, string fileName) => UploadTests.UploadAsync(
        caller, new() { FileName = fileName, Part = ArchiveItemKind.LeaveAndMakeUp }, Encoding.UTF8.GetBytes("补学情况"));

    private static async Task<string> RefusedAsync(Caller caller, UploadMaterialRequest request)
    {
        var refused = await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => UploadTests.UploadAsync(caller, request, [1]));
        return Grpc.Core.RpcExceptionExtensions.GetRpcStatus(refused)!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;
    }
}

[Trait("Needs", "Servers")]
public sealed class EvidenceOnServersTests : EvidenceTests
{
    protected override Backing Backing => Backing.Servers;
}
