using StudySuite.Audit.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Defaults.Audit;

/// <summary>Which lines an auditor asks for.</summary>
internal static class AuditFilters
{
    private const string System = "system";

    /// <summary>Before the id of a program that calls by itself; a person's id has no dot.</summary>
    private const string Client = "client.";

    /// <exception cref="DomainError">NAME_INVALID for an actor that is none.</exception>
    public static IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries, AuditFilter? filter)
    {
        if (filter is null)
        {
            return entries;
        }

        if (filter.Resource.Length > 0)
        {
            var below = filter.Resource + "/";
            entries = entries.Where(entry => entry.Resource == filter.Resource || entry.Resource.StartsWith(below));
        }

        if (filter.Actor.Length > 0)
        {
            var actor = ActorOf(filter.Actor);
            entries = entries.Where(entry => entry.Actor == actor);
        }

        if (filter.Action.Length > 0)
        {
            entries = entries.Where(entry => entry.Action.StartsWith(filter.Action));
        }

        if (filter.Outcome == AuditOutcome.Ok)
        {
            entries = entries.Where(entry => entry.Outcome == "OK");
        }
        else if (filter.Outcome == AuditOutcome.Refused)
        {
            entries = entries.Where(entry => entry.Outcome != "OK");
        }

        if (filter.StartTime is not null)
        {
            var start = filter.StartTime.ToDateTimeOffset();
            entries = entries.Where(entry => entry.At >= start);
        }

        if (filter.EndTime is not null)
        {
            var end = filter.EndTime.ToDateTimeOffset();
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }

    public static string NameOfActor(string actor) =>
        actor == System ? actor
        : actor.StartsWith(Client, StringComparison.Ordinal) ? $"systemClients/{actor[Client.Length..]}"
        : $"people/{actor}";

    private static string ActorOf(string name) =>
        name == System ? name
        : ResourceName.TryParse("systemClients/{client}", name) is [var client] ? Client + client
        : ResourceName.Parse("people/{person}", name, "filter.actor")[0];
}
