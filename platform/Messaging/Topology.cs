using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StudySuite.Messaging.Bus;

namespace StudySuite.Messaging;

public static class Topology
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45), AttemptPatience = TimeSpan.FromSeconds(12);

    // A broker that refuses says so at once, and is not to be asked a thousand times a second.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Declares the queues of this host's consumers and binds them to their events, without reading from them. Run for
    /// every service before any starts: an event that is published while nobody's queue is bound to it is gone.
    /// </summary>
    /// <returns>How many queues there are; 0 for the in-memory bus, which has nothing to prepare.</returns>
    public static async Task<int> DeclareAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var options = services.GetRequiredService<IOptions<MessagingOptions>>().Value;
        var queues = services.Queues();
        if (options.Transport == Transport.InMemory || queues.Count == 0)
        {
            return 0;
        }

        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await DeclareAsync(options, queues, cancellationToken);
                return queues.Count;
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                if (Stopwatch.GetElapsedTime(begin) > Patience)
                {
                    throw new InvalidOperationException(
                        $"Cannot declare the queues: check Messaging:Host={options.Host}, Messaging:Port={options.Port}, "
                        + $"Messaging:VirtualHost={options.VirtualHost}, Messaging:User={options.User}. "
                        + error.GetBaseException().Message,
                        error);
                }

                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>
    /// One attempt by a bus of its own, which is given up when it takes long: a bus that met a broker in the moment of its
    /// start sometimes waits for ever, and the next one succeeds at once. Declaring twice does no harm.
    /// </summary>
    private static async Task DeclareAsync(
        MessagingOptions options, IReadOnlyList<IGrouping<string, ConsumerRegistration>> queues, CancellationToken cancellationToken)
    {
        var bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            options.Apply(rabbit);
            rabbit.DeployTopologyOnly = true;
            foreach (var queue in queues)
            {
                rabbit.AddQueue(queue, _ => Task.CompletedTask);
            }
        });
        using var timer = new CancellationTokenSource(AttemptPatience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        // A host that cannot connect may also take for ever to stop; the caller shall hear of it all the same.
        await bus.DeployAsync(either.Token).WaitAsync(AttemptPatience * 1.25, cancellationToken);
    }

    internal static List<IGrouping<string, ConsumerRegistration>> Queues(this IServiceProvider services) =>
        [.. services.GetServices<ConsumerRegistration>().GroupBy(consumer => consumer.Queue)];
}
