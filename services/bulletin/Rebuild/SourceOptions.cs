using System.ComponentModel.DataAnnotations;

namespace StudySuite.Bulletin.Rebuild;

/// <summary>Section <c>Bulletin:Sources</c>: where a rebuild reads what counts, and under which identity.</summary>
public sealed class SourceOptions
{
    [Required, Url]
    public string Planning { get; set; } = "http://planning:8081";

    [Required, Url]
    public string Sessions { get; set; } = "http://sessions:8081";

    [Required, Url]
    public string Supervision { get; set; } = "http://supervision:8081";

    /// <summary>Directory's token endpoint.</summary>
    [Required, Url]
    public string TokenUri { get; set; } = "http://directory:8080/connect/token";

    /// <summary>The file that directory's <c>Identity:BulletinSecretFile</c> holds too; empty: no rebuild.</summary>
    public string SecretFile { get; set; } = "";
}
