// Holds the place of the public API until the room is built; goes away with it.
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using StudySuite.Events;
namespace StudySuite.Messaging;
public interface IEventConsumer<in TEvent> where TEvent : IEvent { Task ConsumeAsync(TEvent evt, CancellationToken cancellationToken); }
public static class Stub {
 public static ModelBuilder AddMessaging(this ModelBuilder m)=>m;
 public static void Enqueue(this DbContext d, IEvent e){}
 public static IServiceCollection AddMessaging<TDb>(this IServiceCollection s,string service) where TDb:DbContext=>s;
 public static IServiceCollection AddConsumer<C,E,TDb>(this IServiceCollection s,string q) where C:class,IEventConsumer<E> where E:IEvent where TDb:DbContext=>s;
 public static IServiceCollection AddBus(this IServiceCollection s,IConfiguration c)=>s;
}
public static class Topology { public static Task<int> DeclareAsync(IServiceProvider p, CancellationToken c=default)=>Task.FromResult(0);}
public static class Outbox { public static Task<int> ReplayParkedAsync(DbContext d, CancellationToken c)=>Task.FromResult(0);}
