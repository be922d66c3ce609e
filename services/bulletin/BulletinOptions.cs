using System.ComponentModel.DataAnnotations;

namespace StudySuite.Bulletin;

/// <summary>Section <c>Bulletin</c>.</summary>
public sealed class BulletinOptions
{
    /// <summary>Letters of the document number when a bulletin names none, such as 新宣通.</summary>
    [Required, StringLength(20)]
    public string NumberPrefix { get; set; } = "宣通";
}
