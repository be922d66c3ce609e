using StudySuite.Defaults.Errors;

namespace StudySuite.Bulletin.Received;

/// <summary>What can go wrong with a bulletin at a unit that received it.</summary>
internal static class ReceivedBulletinErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("RECEIVED_BULLETIN_NOT_FOUND", name);
}
