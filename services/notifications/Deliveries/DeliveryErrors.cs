using StudySuite.Defaults.Errors;

namespace StudySuite.Notifications.Deliveries;

/// <summary>What can go wrong with a delivery.</summary>
internal static class DeliveryErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("DELIVERY_NOT_FOUND", name);

    public static DomainError Pending(string name) => DomainError.Precondition("DELIVERY_PENDING", ("resource", name));
}
