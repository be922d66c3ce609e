using System.ComponentModel.DataAnnotations;

namespace StudySuite.Files;

/// <summary>Where blobs are kept.</summary>
public enum FileStore
{
    /// <summary>In <see cref="FileOptions.Folder"/>; replicas need a shared volume.</summary>
    Disk,

    /// <summary>In a bucket that speaks S3.</summary>
    S3,
}

/// <summary>Section <c>Files</c>.</summary>
public sealed class FileOptions : IValidatableObject
{
    public FileStore Store { get; set; } = FileStore.Disk;

    /// <summary>Folder of the blob store and of files on their way in; made when it is not there.</summary>
    [Required]
    public string Folder { get; set; } = "data/files";

    /// <summary>Largest file that is taken, in bytes.</summary>
    [Range(1024 * 1024, 1024L * 1024 * 1024)]
    public long MaxBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>Needed when <see cref="Store"/> is S3.</summary>
    public S3Options S3 { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Store == FileStore.S3 && !Uri.TryCreate(S3.Endpoint, UriKind.Absolute, out _))
        {
            yield return new ValidationResult("Files:S3:Endpoint is no address such as https://s3.example.cn", [nameof(S3)]);
        }

        if (Store == FileStore.S3 && (S3.Bucket.Length == 0 || S3.AccessKey.Length == 0 || S3.SecretKey.Length == 0))
        {
            yield return new ValidationResult("Files:S3 needs Bucket, AccessKey and SecretKey", [nameof(S3)]);
        }
    }
}

/// <summary>Section <c>Files:S3</c>.</summary>
public sealed class S3Options
{
    public string Endpoint { get; set; } = "";

    public string Region { get; set; } = "us-east-1";

    /// <summary>Made by whoever runs the store; the suite does not make buckets.</summary>
    public string Bucket { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";
}
