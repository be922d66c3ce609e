using StudySuite.Defaults.Errors;

namespace StudySuite.Notifications.Channels;

/// <summary>What can go wrong with a channel.</summary>
internal static class ChannelErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("CHANNEL_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("CHANNEL_EXISTS", name);

    public static DomainError NeedsSecret(Channel channel) =>
        DomainError.Precondition("CHANNEL_NEEDS_SECRET", ("resource", channel.ResourceName));

    public static DomainError Enabled(Channel channel) =>
        DomainError.Precondition("CHANNEL_ENABLED", ("resource", channel.ResourceName));
}
