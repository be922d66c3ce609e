using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace StudySuite.Messaging;

/// <summary>What an operator watches; alert when the oldest pending event is older than 60 s or any is parked.</summary>
internal sealed class MessagingMetrics
{
    public const string Name = "StudySuite.Messaging";

    public static readonly ActivitySource Traces = new(Name);

    private readonly ConcurrentDictionary<string, OutboxState> states = new();
    private readonly Counter<long> sent;
    private readonly Counter<long> failures;
    private readonly Counter<long> duplicates;
    private readonly Histogram<double> delay;

    public MessagingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        sent = meter.CreateCounter<long>("studysuite.outbox.sent", description: "Events the bus confirmed");
        failures = meter.CreateCounter<long>("studysuite.outbox.failures", description: "Events the bus refused");
        duplicates = meter.CreateCounter<long>("studysuite.inbox.duplicates", description: "Deliveries that came again");
        delay = meter.CreateHistogram<double>("studysuite.outbox.delay", "s", "From enqueue to confirm");
        meter.CreateObservableGauge("studysuite.outbox.pending", () => Read(state => state.Pending));
        meter.CreateObservableGauge("studysuite.outbox.parked", () => Read(state => state.Parked));
        meter.CreateObservableGauge("studysuite.outbox.oldest", () => Read(state => state.OldestSeconds), "s");
    }

    /// <summary>Continues the trace that its event came with; of several events it continues none and points to all.</summary>
    public static Activity? StartActivity(string name, ActivityKind kind, IEnumerable<string?> traceParents)
    {
        if (!Traces.HasListeners())
        {
            return null;
        }

        var origins = traceParents
            .Select(text => ActivityContext.TryParse(text, null, isRemote: true, out var origin) ? origin : default)
            .ToList();
        return origins is [var parent]
            ? Traces.StartActivity(name, kind, parent)
            : Traces.StartActivity(name, kind, parentContext: default, links: origins.Where(o => o != default).Select(o => new ActivityLink(o)));
    }

    public void Observe(string service, OutboxState state) => states[service] = state;

    public void Sent(string service, TimeSpan took)
    {
        sent.Add(1, Service(service));
        delay.Record(took.TotalSeconds, Service(service));
    }

    public void Failed(string service) => failures.Add(1, Service(service));

    public void Duplicate(string queue) => duplicates.Add(1, new KeyValuePair<string, object?>("queue", queue));

    private IEnumerable<Measurement<double>> Read(Func<OutboxState, double> value) =>
        states.Select(state => new Measurement<double>(value(state.Value), Service(state.Key)));

    private static KeyValuePair<string, object?> Service(string service) => new("service", service);
}
