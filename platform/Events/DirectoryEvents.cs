namespace StudySuite.Events;

/// <param name="Unit">Stable code of the unit.</param>
/// <param name="Path">Codes from the root down, each between slashes: <c>/xinxiang/xinxiang-kegong/</c>.</param>
[Event("directory.unit-changed.v1")]
public sealed record UnitChanged(
    string Unit, string Name, string Kind, string Level, string? Parent, string Path, int Order,
    DateOnly? ClosedOn, long Version) : IEvent
{
    public string Subject => $"units/{Unit}";
}

/// <param name="Member">Resource name, <c>units/{unit}/members/{member}</c>.</param>
/// <param name="Role">Leader, Deputy, Secretary or Member.</param>
/// <param name="Kind">Full, Invited or Attending; only Full counts for attendance.</param>
[Event("directory.membership-changed.v1")]
public sealed record MembershipChanged(
    string Member, string Unit, string Person, string Name, string Post, string Role, string Kind, int Order,
    DateOnly From, DateOnly? To, long Version) : IEvent
{
    public string Subject => Member;
}

/// <param name="Grant">
/// Resource name, <c>grants/{grant}</c>; or <c>units/{unit}/delegations/{delegation}</c> while a deputy acts for the
/// leader, whose role is then GroupLeader on that unit alone.
/// </param>
/// <param name="IsActive">Whether it holds today; announced anew on the first day and after the last.</param>
/// <param name="Unit">Code of the unit at the top of the subtree where the role holds.</param>
[Event("directory.grant-changed.v1")]
public sealed record GrantChanged(
    string Grant, string Person, string Role, string Unit, bool IsActive, long Version) : IEvent
{
    public string Subject => Grant;
}

/// <summary>A deputy acts for the leader from today on, or no more. The role that goes with it is in GrantChanged.</summary>
/// <param name="Delegation">Resource name, <c>units/{unit}/delegations/{delegation}</c>.</param>
/// <param name="Leader">Id of the person for whom the deputy acts.</param>
/// <param name="Deputy">Id of the person who acts.</param>
[Event("directory.delegation-changed.v1")]
public sealed record DelegationChanged(
    string Delegation, string Unit, string Leader, string Deputy, DateOnly From, DateOnly To, bool IsActive, long Version) : IEvent
{
    public string Subject => Delegation;
}

/// <summary>An administrator took a password or an authenticator off an account; who opens it next may not be its owner.</summary>
/// <param name="Person">Id of the person whose it is.</param>
/// <param name="Credential">Password or Authenticator.</param>
/// <param name="By">Id of the administrator.</param>
/// <param name="Version">Instant of it in Unix milliseconds: an account has no version of its own.</param>
[Event("directory.credential-reset.v1")]
public sealed record CredentialReset(string Person, string Credential, string By, long Version) : IEvent
{
    public string Subject => $"people/{Person}";
}

/// <param name="Rulebook">Resource name, <c>rulebooks/{number}</c>.</param>
/// <param name="Parameters">Key of DOMAIN §1 to its value, both as text.</param>
/// <param name="Overrides">What kinds of units and single units have stricter; null in events of before.</param>
[Event("directory.rulebook-published.v1")]
public sealed record RulebookPublished(
    string Rulebook, DateOnly EffectiveFrom, IReadOnlyDictionary<string, string> Parameters, long Version,
    IReadOnlyList<RuleOverride>? Overrides = null) : IEvent
{
    public string Subject => Rulebook;
}

/// <param name="Scope"><c>unitKinds/{kind}</c> such as <c>unitKinds/PartyCommittee</c>, or <c>units/{unit}</c>.</param>
/// <param name="Value">As strict as the county's value or stricter.</param>
public sealed record RuleOverride(string Scope, string Key, string Value);

/// <param name="Holidays">Days off, weekends inside a holiday included.</param>
/// <param name="Workdays">Saturdays and Sundays that are worked to make up for a holiday.</param>
[Event("directory.work-calendar-published.v1")]
public sealed record WorkCalendarPublished(
    int Year, IReadOnlyList<DateOnly> Holidays, IReadOnlyList<DateOnly> Workdays, long Version) : IEvent
{
    public string Subject => $"workCalendars/{Year}";
}
