using System.Text.Json.Nodes;
using Grpc.Core;
using StudySuite.Defaults.Database;
using StudySuite.Tally.V1;
using Microsoft.EntityFrameworkCore;
using StudySuite.Messaging;
using Xunit;

namespace StudySuite.Testing;

/// <summary>What a service lists as counting must be what it announced last of each record.</summary>
public static class CountedEvents
{
    /// <param name="streams">Names of events that replace one another, those that count nothing behind a minus.</param>
    /// <param name="list">Calls the service under the grants of the bulletin service.</param>
    public static async Task AssertAsAnnouncedAsync<TDb>(
        ServiceHost<TDb> host, Func<CallInvoker, ListCountedEventsRequest, AsyncServerStreamingCall<ListCountedEventsResponse>> list,
        params string[][] streams)
        where TDb : SuiteDbContext
    {
        var calls = host.ChannelAs("client.studysuite-bulletin", "Counting:/*").CreateCallInvoker();
        var pages = await PagesAsync(list(calls, new ListCountedEventsRequest { PageSize = 1 }));
        var listed = pages.SelectMany(page => page.CountedEvents).Select(Line).Order(StringComparer.Ordinal).ToList();

        var announced = await host.ReadAsync(db => db.Set<OutboxMessage>().OrderBy(row => row.Sequence)
            .Select(row => new CountedEvent { Type = row.Type, Body = row.Body }).ToListAsync());
        var last = streams.SelectMany(stream => announced
            .Where(evt => stream.Any(name => name.TrimStart('-') == evt.Type))
            .GroupBy(Subject).Select(events => events.Last())
            .Where(evt => !stream.Contains($"-{evt.Type}"))
            .Select(Line));
        Assert.Equal(last.Order(StringComparer.Ordinal), listed);

        // A stream that broke goes on where it was, and brings the rest only.
        var rest = await PagesAsync(list(calls, new ListCountedEventsRequest { PageSize = 1, PageToken = pages[0].NextPageToken }));
        Assert.Equal(pages.Skip(1), rest);
        Assert.Equal("", pages[^1].NextPageToken);
    }

    private static async Task<List<ListCountedEventsResponse>> PagesAsync(AsyncServerStreamingCall<ListCountedEventsResponse> call)
    {
        using (call)
        {
            return await call.ResponseStream.ReadAllAsync().ToListAsync();
        }
    }

    private static string Subject(CountedEvent evt) => JsonNode.Parse(evt.Body)!["subject"]!.GetValue<string>();

    /// <summary>Without the version, which is today's in the one and that of the announcement in the other.</summary>
    private static string Line(CountedEvent evt)
    {
        var body = JsonNode.Parse(evt.Body)!.AsObject();
        Assert.True(body.Remove("version"));
        return $"{evt.Type} {body.ToJsonString()}";
    }
}
