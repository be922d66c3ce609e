using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace StudySuite.Files;

/// <summary>The client of the configured bucket, one per process.</summary>
internal sealed class S3Bucket : IDisposable
{
    private readonly Lazy<AmazonS3Client> client;

    public S3Bucket(IOptions<FileOptions> options)
    {
        var s3 = options.Value.S3;
        Name = s3.Bucket;
        client = new Lazy<AmazonS3Client>(() => new AmazonS3Client(
            new BasicAWSCredentials(s3.AccessKey, s3.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = s3.Endpoint,
                AuthenticationRegion = s3.Region,
                ForcePathStyle = true,
                // Stores of other makers refuse the checksums that Amazon's own takes at the end of a body.
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            }));
    }

    public string Name { get; }

    public IAmazonS3 Client => client.Value;

    public void Dispose()
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }
}

/// <summary>Blobs as objects <c>shelf/ab/abcd…</c>. An object appears whole or not at all.</summary>
internal sealed class S3Blobs(string shelf, Incoming incoming, S3Bucket bucket) : IBlobs
{
    public async Task<StoredBlob> StoreAsync(Stream content, CancellationToken cancellationToken)
    {
        using var file = await incoming.ReceiveAsync(content, long.MaxValue, cancellationToken);
        await KeepAsync(file, cancellationToken);
        return new StoredBlob(file.Sha256, file.Length);
    }

    public async Task KeepAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        await using var bytes = File.OpenRead(file.Path);
        await bucket.Client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket.Name,
                Key = KeyOf(file.Sha256),
                InputStream = bytes,
                AutoCloseStream = false,
                UseChunkEncoding = false,
                ContentType = "application/octet-stream",
            },
            cancellationToken);
    }

    public async Task<Stream?> OpenAsync(string sha256, long from, CancellationToken cancellationToken)
    {
        if (!BlobName.IsHash(sha256))
        {
            return null;
        }

        var request = new GetObjectRequest { BucketName = bucket.Name, Key = KeyOf(sha256) };
        if (from > 0)
        {
            request.ByteRange = new ByteRange($"bytes={from.ToString(System.Globalization.CultureInfo.InvariantCulture)}-");
        }

        try
        {
            var answer = await bucket.Client.GetObjectAsync(request, cancellationToken);
            return answer.ResponseStream;
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<BlobEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = bucket.Name, Prefix = $"{shelf}/" };
        ListObjectsV2Response page;
        do
        {
            page = await bucket.Client.ListObjectsV2Async(request, cancellationToken);
            foreach (var item in page.S3Objects ?? [])
            {
                var hash = item.Key[(item.Key.LastIndexOf('/') + 1)..];
                if (BlobName.IsHash(hash) && item.LastModified is { } modified)
                {
                    yield return new BlobEntry(hash, new DateTimeOffset(modified.ToUniversalTime()));
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken) =>
        bucket.Client.DeleteObjectAsync(bucket.Name, KeyOf(sha256), cancellationToken);

    private string KeyOf(string sha256) => $"{shelf}/{sha256[..2]}/{sha256}";
}
