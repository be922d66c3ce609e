using System.ComponentModel.DataAnnotations;

namespace StudySuite.Notifications;

/// <summary>Section <c>Notifications</c>; where channels may lead to is in <c>Notifications:Outgoing</c>.</summary>
internal sealed class NotificationsOptions
{
    /// <summary>After how many seconds a watch of an inbox ends, so that the caller's token is asked for again.</summary>
    [Range(1, 3600)]
    public int WatchSeconds { get; set; } = 600;

    /// <summary>Address of the web client, for links in messages; no links when it is empty.</summary>
    public string WebAddress { get; set; } = "";

    /// <summary>Folder of the files that <c>secret_file</c> of channels name.</summary>
    [Required]
    public string SecretsFolder { get; set; } = "/run/secrets";

    /// <summary>PEM file with certificate and key that encrypts the key ring of channels' secrets; none when empty.</summary>
    public string KeyCertificateFile { get; set; } = "";

    /// <summary>Seconds until the second try of a delivery; each further one waits twice as long.</summary>
    [Range(1, 3600)]
    public int FirstRetrySeconds { get; set; } = 10;

    [Range(1, 86400)]
    public int LongestRetrySeconds { get; set; } = 3600;

    /// <summary>Tries after which a delivery is parked: with the defaults after about seven hours.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 14;

    /// <summary>Days that sent and dropped deliveries stay in the log; what waits or was given up stays anyway.</summary>
    [Range(1, 3650)]
    public int KeepDeliveryDays { get; set; } = 180;

    /// <summary>How long to wait after that many failures in a row.</summary>
    public TimeSpan Pause(int failures) => TimeSpan.FromSeconds(
        Math.Min(FirstRetrySeconds * Math.Pow(2, Math.Min(failures - 1, 30)), LongestRetrySeconds));
}
