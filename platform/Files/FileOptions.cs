using System.ComponentModel.DataAnnotations;

namespace StudySuite.Files;

/// <summary>Section <c>Files</c>.</summary>
public sealed class FileOptions
{
    /// <summary>Folder of the blob store; made when it is not there.</summary>
    [Required]
    public string Folder { get; set; } = "data/files";
}
