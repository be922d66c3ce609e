using System.ComponentModel.DataAnnotations;

namespace StudySuite.Web;

/// <summary>Section <c>Web</c>. The address that browsers use is <c>Auth:Issuer</c>.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>The gateway as this process reaches it, HTTP/1.1; ends with a slash.</summary>
    [Required, Url]
    public string Gateway { get; set; } = "http://gateway:8080/";

    /// <summary>The gateway's gRPC port.</summary>
    [Required, Url]
    public string GatewayGrpc { get; set; } = "http://gateway:8081/";

    /// <summary>Where sign-ins are kept, encrypted; replicas share it.</summary>
    [Required]
    public string Folder { get; set; } = "data/web";

    /// <summary>A token is renewed when it is good for less than this: a call must reach its service before it ends.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromSeconds(30);
}
