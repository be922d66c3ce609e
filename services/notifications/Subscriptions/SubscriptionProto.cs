using System.Globalization;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Subscriptions;

/// <summary>Between the contract and the domain, with the checks of what comes in.</summary>
internal static class SubscriptionProto
{
    private const int Most = 20;

    public static List<Subscription> Subscriptions(
        this Violations wrong, string field, IReadOnlyList<V1.ChannelSubscription> asked)
    {
        wrong.AddIf(asked.Count > Most, field, "TOO_MANY", ("max", Most.ToString(CultureInfo.InvariantCulture)));
        return [.. asked.Select((subscription, i) => Read(subscription, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"), wrong))];
    }

    public static Violations Time(this Violations wrong, string field, string text) =>
        wrong.AddIf(text.Length > 0 && !QuietHours.IsTime(text), field, "TIME_INVALID", ("value", text));

    public static Violations Quiet(this Violations wrong, string field, V1.QuietHours? asked) => asked is null
        ? wrong
        : wrong.Time($"{field}.from", asked.From).Time($"{field}.until", asked.Until)
            .AddIf((asked.From.Length == 0) != (asked.Until.Length == 0), field, "QUIET_HOURS_HALF");

    public static QuietHours ToDomain(this V1.QuietHours? asked) =>
        asked is null ? QuietHours.None : new QuietHours(asked.From, asked.Until, asked.WorkdaysOnly);

    public static V1.QuietHours ToProto(this QuietHours quiet) =>
        new() { From = quiet.From, Until = quiet.Until, WorkdaysOnly = quiet.WorkdaysOnly };

    public static V1.ChannelSubscription ToProto(this Subscription subscription) => new()
    {
        Role = (V1.AlertRole)(subscription.Role ?? 0),
        Unit = $"units/{subscription.Unit}",
        Kinds = { subscription.Kinds.Select(kind => (V1.InboxItemKind)kind) },
        MinLevel = (V1.AlertLevel)(subscription.MinLevel ?? 0),
    };

    private static Subscription Read(V1.ChannelSubscription asked, string field, Violations wrong)
    {
        var unit = ResourceName.TryParse("units/{unit}", asked.Unit)?[0];
        wrong.AddIf(unit is null, $"{field}.unit", "NAME_INVALID", ("value", asked.Unit), ("pattern", "units/{unit}"))
            .AddIf(!Enum.IsDefined(asked.Role), $"{field}.role", "ENUM_UNKNOWN", ("value", asked.Role.ToString()))
            .AddIf(!Enum.IsDefined(asked.MinLevel), $"{field}.min_level", "ENUM_UNKNOWN", ("value", asked.MinLevel.ToString()))
            .AddIf(asked.Kinds.Any(kind => kind == 0 || !Enum.IsDefined(kind)), $"{field}.kinds", "ENUM_UNKNOWN", ("value", ""));
        return new Subscription(
            asked.Role == 0 ? null : (AlertRole)asked.Role, unit ?? "", [.. asked.Kinds.Select(kind => (AlertKind)kind)],
            asked.MinLevel == 0 ? null : (AlertLevel)asked.MinLevel);
    }
}
