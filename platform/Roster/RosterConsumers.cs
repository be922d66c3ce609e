using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Roster;

public static class RosterConsumers
{
    /// <summary>Keeps the service's copy of units, members, rulebooks and work calendars fresh from directory's events.</summary>
    /// <param name="service">The service's word, prefix of its queues.</param>
    public static IServiceCollection AddRoster<TDb>(this IServiceCollection services, string service)
        where TDb : DbContext
    {
        services.AddConsumer<UnitChangedConsumer<TDb>, UnitChanged, TDb>($"{service}-unit-changed");
        services.AddConsumer<MembershipChangedConsumer<TDb>, MembershipChanged, TDb>($"{service}-membership-changed");
        services.AddConsumer<RulebookPublishedConsumer<TDb>, RulebookPublished, TDb>($"{service}-rulebook-published");
        services.AddConsumer<WorkCalendarPublishedConsumer<TDb>, WorkCalendarPublished, TDb>($"{service}-work-calendar-published");
        return services;
    }

    /// <summary>For a service that must find the holders of a role.</summary>
    public static IServiceCollection AddGrantRoster<TDb>(this IServiceCollection services, string service)
        where TDb : DbContext =>
        services.AddConsumer<GrantChangedConsumer<TDb>, GrantChanged, TDb>($"{service}-grant-changed");
}

internal sealed class UnitChangedConsumer<TDb>(TDb db) : IEventConsumer<UnitChanged>
    where TDb : DbContext
{
    public Task ConsumeAsync(UnitChanged evt, CancellationToken cancellationToken) => db.ApplyAsync(evt, cancellationToken);
}

internal sealed class MembershipChangedConsumer<TDb>(TDb db) : IEventConsumer<MembershipChanged>
    where TDb : DbContext
{
    public Task ConsumeAsync(MembershipChanged evt, CancellationToken cancellationToken) => db.ApplyAsync(evt, cancellationToken);
}

internal sealed class GrantChangedConsumer<TDb>(TDb db) : IEventConsumer<GrantChanged>
    where TDb : DbContext
{
    public Task ConsumeAsync(GrantChanged evt, CancellationToken cancellationToken) => db.ApplyAsync(evt, cancellationToken);
}

internal sealed class RulebookPublishedConsumer<TDb>(TDb db) : IEventConsumer<RulebookPublished>
    where TDb : DbContext
{
    public Task ConsumeAsync(RulebookPublished evt, CancellationToken cancellationToken) => db.ApplyAsync(evt, cancellationToken);
}

internal sealed class WorkCalendarPublishedConsumer<TDb>(TDb db) : IEventConsumer<WorkCalendarPublished>
    where TDb : DbContext
{
    public Task ConsumeAsync(WorkCalendarPublished evt, CancellationToken cancellationToken) => db.ApplyAsync(evt, cancellationToken);
}
