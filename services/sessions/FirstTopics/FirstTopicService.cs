using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.FirstTopics;

internal sealed partial class FirstTopicService(SessionsDbContext db, TimeProvider clock)
    : V1.FirstTopicService.FirstTopicServiceBase
{
    public override async Task<V1.FirstTopic> GetFirstTopic(GetFirstTopicRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListFirstTopicsResponse> ListFirstTopics(
        ListFirstTopicsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var topics = db.FirstTopics.AsNoTracking().VisibleTo(context.Call(), db);
        if (request.State != FirstTopicState.Unspecified)
        {
            topics = topics.Where(topic => topic.State == request.State);
        }

        if (request.OnlyOpenMeasures)
        {
            topics = topics.Where(topic => topic.OpenMeasures > 0);
        }

        if (request.MeetingKind != MeetingKind.Unspecified)
        {
            topics = topics.Where(topic => topic.MeetingKind == request.MeetingKind);
        }

        if (Content.Year(request.Year) is var (first, last))
        {
            topics = topics.Where(topic => topic.PublishedOn >= first && topic.PublishedOn <= last);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            topics = topics.Where(t => t.Unit.CompareTo(after.Unit) > 0
                || (t.Unit == after.Unit && t.PublishedOn > after.PublishedOn)
                || (t.Unit == after.Unit && t.PublishedOn == after.PublishedOn && t.Id.CompareTo(after.Id) > 0));
        }

        var read = await topics.OrderBy(t => t.Unit).ThenBy(t => t.PublishedOn).ThenBy(t => t.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, t => new PageKey(t.Unit, t.PublishedOn, t.Id));

        return new ListFirstTopicsResponse { FirstTopics = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private async Task<FirstTopic> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/firstTopics/{firstTopic}", name)[1];
        return await db.FirstTopics.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(topic => topic.Id == id, context.CancellationToken)
            ?? throw FirstTopicErrors.NotFound(name);
    }

    private V1.FirstTopic ToProto(FirstTopic topic)
    {
        var days = topic.DaysElapsed(clock.Today());
        var isPooled = topic.State == FirstTopicState.Pooled;
        return new V1.FirstTopic
        {
            Name = topic.ResourceName,
            Title = topic.Title,
            Source = topic.Source,
            Url = topic.Url,
            PublishedOn = topic.PublishedOn.ToText(),
            TextBasis = topic.TextBasis,
            State = topic.State,
            Study = topic.StudiedOn is null ? null : topic.Details.Clone(),
            DaysElapsed = days,
            IsFollowUpLate = days > topic.FollowUpDays && topic.State != FirstTopicState.Dropped,
            Leader = topic.Leader,
            ReceivedOn = topic.ReceivedOn.ToText(),
            Measures = { isPooled ? [] : Measures(topic) },
            DropReason = topic.DropReason,
            CorrectionReason = topic.CorrectionReason,
            UpdateTime = topic.UpdatedAt.ToTimestamp(),
            Etag = topic.Etag,
            CreateTime = topic.CreatedAt.ToTimestamp(),
        };
    }

    private IEnumerable<FirstTopicMeasure> Measures(FirstTopic topic) => topic.Details.Measures.Select((measure, i) =>
    {
        var report = topic.Reports.Find(report => report.Number == i + 1);
        var isOpen = report?.DoneOn is null;
        return new FirstTopicMeasure
        {
            Number = i + 1,
            What = measure.What,
            Owner = measure.Owner,
            DueOn = measure.DueOn,
            Progress = report?.Progress ?? "",
            ReportedOn = (report?.ReportedOn).ToText(),
            DoneOn = (report?.DoneOn).ToText(),
            // Dates as text order as dates do.
            IsOverdue = isOpen && measure.DueOn.Length > 0 && string.CompareOrdinal(measure.DueOn, clock.Today().ToText()) < 0,
        };
    });

    private sealed record PageKey(string Unit, DateOnly PublishedOn, string Id);
}
