using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using StudySuite.Files;

namespace StudySuite.Platform.Tests.Files;

/// <summary>The same of both stores.</summary>
public sealed class BlobTests : IAsyncDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("studysuite-blobs-").FullName;
    private S3Server? s3;

    [Theory]
    [InlineData("Disk")]
    [InlineData("S3")]
    public async Task Store_OpenListDelete_ByHash(string store)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var provider = await ProviderAsync(store);
        var (sessions, other) = (provider.GetRequiredKeyedService<IBlobs>("sessions"), provider.GetRequiredKeyedService<IBlobs>("other"));
        var bytes = RandomNumberGenerator.GetBytes(200_000);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));

        var stored = await sessions.StoreAsync(new MemoryStream(bytes), cancel);
        var again = await sessions.StoreAsync(new MemoryStream(bytes), cancel);
        await sessions.StoreAsync(new MemoryStream([1]), cancel);

        Assert.Equal(new StoredBlob(hash, bytes.Length), stored);
        Assert.Equal(stored, again);
        Assert.Equal(bytes, await ReadAsync(sessions, hash, 0));
        Assert.Equal(bytes[150_000..], await ReadAsync(sessions, hash, 150_000));
        Assert.Null(await other.OpenAsync(hash, cancellationToken: cancel));
        Assert.Null(await sessions.OpenAsync("../../../etc/passwd", cancellationToken: cancel));
        Assert.Equal(2, await sessions.ListAsync(cancel).CountAsync(cancel));
        await sessions.DeleteAsync(hash, cancel);
        await sessions.DeleteAsync(hash, cancel);
        Assert.Null(await sessions.OpenAsync(hash, cancellationToken: cancel));
        Assert.Empty(System.IO.Directory.EnumerateFiles(Path.Combine(folder, "incoming")));
    }

    [Fact]
    public async Task Receive_PastTheLimit_StopsThereAndLeavesNothing()
    {
        await using var provider = await ProviderAsync("Disk");
        var endless = new Endless();

        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => provider.GetRequiredService<Incoming>()
            .ReceiveAsync(endless, 1_000_000, TestContext.Current.CancellationToken));

        Assert.Equal(FileFault.TooLarge, refused.Fault);
        Assert.True(endless.Given < 1_200_000);
        Assert.Empty(System.IO.Directory.EnumerateFiles(Path.Combine(folder, "incoming")));
    }

    [Fact]
    public async Task Open_StoredBeforeThereWereShelves_IsFound()
    {
        await using var provider = await ProviderAsync("Disk");
        var hash = Convert.ToHexStringLower(SHA256.HashData([7]));
        System.IO.Directory.CreateDirectory(Path.Combine(folder, hash[..2]));
        await File.WriteAllBytesAsync(Path.Combine(folder, hash[..2], hash), [7], TestContext.Current.CancellationToken);

        Assert.Equal([7], await ReadAsync(provider.GetRequiredKeyedService<IBlobs>("sessions"), hash, 0));
    }

    [Fact]
    public async Task Settings_S3WithoutBucket_IsNamed()
    {
        await using var provider = await ProviderAsync("S3", bucket: "");

        var wrong = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<IBlobs>("sessions"));

        Assert.Contains("Bucket", wrong.Message);
    }

    public async ValueTask DisposeAsync()
    {
        if (s3 is not null)
        {
            await s3.DisposeAsync();
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    private async Task<ServiceProvider> ProviderAsync(string store, string bucket = "bucket")
    {
        s3 ??= store == "S3" ? await S3Server.StartAsync() : null;
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Files:Store"] = store, ["Files:Folder"] = folder, ["Files:S3:Endpoint"] = s3?.Address, ["Files:S3:Bucket"] = bucket,
            ["Files:S3:AccessKey"] = "access", ["Files:S3:SecretKey"] = "secret",
        }).Build());
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2023, 5, 1, 0, 0, 0, TimeSpan.Zero)));
        return services.AddBlobs("sessions").AddBlobs("other").BuildServiceProvider();
    }

    private static async Task<byte[]> ReadAsync(IBlobs blobs, string hash, long from)
    {
        await using var stream = await blobs.OpenAsync(hash, from, TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        await stream!.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    /// <summary>Never ends, as an attacker's upload.</summary>
    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
