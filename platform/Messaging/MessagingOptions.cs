using System.ComponentModel.DataAnnotations;

namespace StudySuite.Messaging;

public enum Transport
{
    InMemory,
    RabbitMq,
}

/// <summary>Section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>InMemory serves one process that holds the whole suite, RabbitMq services that run apart.</summary>
    public Transport Transport { get; set; } = Transport.InMemory;

    [Required]
    public string Host { get; set; } = "localhost";

    [Range(1, 65535)]
    public int Port { get; set; } = 5672;

    [Required]
    public string VirtualHost { get; set; } = "/";

    [Required]
    public string User { get; set; } = "guest";

    [Required]
    public string Password { get; set; } = "guest";

    /// <summary>File that holds the password, when it shall not stand in <see cref="Password"/>.</summary>
    public string PasswordFile { get; set; } = "";

    public bool UseTls { get; set; }

    /// <summary>Seconds after which an unconfirmed publish counts as "the bus is down".</summary>
    [Range(1, 300)]
    public int ConfirmSeconds { get; set; } = 10;

    /// <summary>Failures of one row, with the bus up, after which it is parked.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>Days that sent rows are kept.</summary>
    [Range(1, 365)]
    public int KeepSentDays { get; set; } = 1;

    /// <summary>Days that a delivery is remembered: a repeat that comes later takes effect again.</summary>
    [Range(1, 365)]
    public int KeepReceivedDays { get; set; } = 14;

    internal string ReadPassword() => PasswordFile.Length > 0 ? File.ReadAllText(PasswordFile).Trim() : Password;
}
