using System.IO.Compression;
using System.Text;
using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Sessions.V1;
using static StudySuite.Demo.Flows.FirstTopicFlow;

namespace StudySuite.Demo.Flows;

/// <summary>Files of one session: a material goes up, its compilation and the archive package come down.</summary>
internal sealed class SessionFiles(Cast cast, SessionScript script)
{
    private readonly Actor secretary = cast[script.Unit.Secretary];

    /// <returns>Name of the file.</returns>
    public Task<string> UploadAsync() => Actor.Patiently(
        async () =>
        {
            var headers = await secretary.HeadersAsync();
            using var call = new MaterialService.MaterialServiceClient(secretary.Streams).UploadMaterial(headers);
            await call.RequestStream.WriteAsync(new UploadMaterialRequest
            {
                Parent = script.ResourceName,
                FileName = $"{script.Topic}学习要点.txt",
                Volumes = script.Volumes,
                Source = "县委宣传部",
                RequestId = $"{script.Unit.Short}-{script.Id}-upload",
                Data = ByteString.CopyFrom($"{script.Topic}学习要点（演示）", Encoding.UTF8),
            });
            await call.RequestStream.CompleteAsync();
            return (await call).Name;
        },
        CancellationToken.None);

    public async Task HandOutAsync()
    {
        var pack = $"{script.ResourceName}/materialPack";
        await new MaterialPackService.MaterialPackServiceClient(secretary.Calls).DistributeMaterialsAsync(new DistributeMaterialsRequest
        {
            Name = pack, DistributedOn = Text(script.Day.AddDays(-6)), RequestId = $"{script.Unit.Short}-{script.Id}-hand-out",
        });
        await new MaterialPackService.MaterialPackServiceClient(cast[script.Unit.Leader].Calls)
            .AcknowledgeMaterialsAsync(new AcknowledgeMaterialsRequest { Name = pack });
    }

    public async Task PrintAsync(TextWriter output)
    {
        var compiled = await DownloadAsync(headers => new MaterialPackService.MaterialPackServiceClient(secretary.Streams)
            .DownloadMaterialPack(new DownloadMaterialPackRequest { Name = $"{script.ResourceName}/materialPack" }, headers));
        var package = await DownloadAsync(headers => new ArchiveService.ArchiveServiceClient(secretary.Streams)
            .DownloadArchivePackage(new DownloadArchivePackageRequest { Name = $"{script.ResourceName}/archive" }, headers));
        await output.WriteLineAsync(
            $"\n{script.Topic}：学习资料汇编 / compilation {compiled.Length >> 10} KB（{string.Join("、", NamesIn(compiled))}），"
            + $"学习档案包 / archive package {package.Length >> 10} KB，{NamesIn(package).Count} 个文件 / files");
    }

    private Task<byte[]> DownloadAsync(Func<Metadata, AsyncServerStreamingCall<HttpBody>> start) => Actor.Patiently(
        async () =>
        {
            using var call = start(await secretary.HeadersAsync());
            using var bytes = new MemoryStream();
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                call.ResponseStream.Current.Data.WriteTo(bytes);
            }

            return bytes.ToArray();
        },
        CancellationToken.None);

    private static List<string> NamesIn(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
