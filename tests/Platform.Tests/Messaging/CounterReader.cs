using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace StudySuite.Platform.Tests.Messaging;

/// <summary>Sums a counter of one host.</summary>
internal sealed class CounterReader : IDisposable
{
    private readonly MeterListener listener = new();
    private long total;

    public CounterReader(string name, IServiceProvider services)
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == name && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref total, value));
        listener.Start();
    }

    public long Total => Interlocked.Read(ref total);

    public void Dispose() => listener.Dispose();
}
