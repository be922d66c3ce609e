using System.ComponentModel.DataAnnotations;

namespace StudySuite.Supervision;

/// <summary>Section <c>Supervision</c>.</summary>
internal sealed class SupervisionOptions
{
    /// <summary>Word before the year in a notice's number (发文字号) when the client gives none.</summary>
    [Required]
    [StringLength(20)]
    public string NoticeNumberPrefix { get; set; } = "督改";
}
