using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.FirstTopics;

internal sealed partial class FirstTopicService
{
    /// <summary>The four figures of the annual report (DOMAIN §5), by unit.</summary>
    public override async Task<SummarizeFirstTopicsResponse> SummarizeFirstTopics(
        SummarizeFirstTopicsRequest request, ServerCallContext context)
    {
        new Violations().AddIf(request.Year == 0, "year", "FIELD_REQUIRED").ThrowIfAny();
        var (first, last) = Content.Year(request.Year)!.Value;
        var topics = await db.FirstTopics.AsNoTracking().VisibleTo(context.Call(), db)
            .Where(topic => topic.State == FirstTopicState.Studied
                ? topic.StudiedOn >= first && topic.StudiedOn <= last
                : topic.State == FirstTopicState.Pooled && topic.PublishedOn >= first && topic.PublishedOn <= last)
            .ToListAsync(context.CancellationToken);
        var codes = topics.Select(topic => topic.Unit).Distinct().ToList();
        var units = await db.UnitViews.AsNoTracking().Where(unit => codes.Contains(unit.Code))
            .OrderBy(unit => unit.Order).ThenBy(unit => unit.Code).ToListAsync(context.CancellationToken);

        return new SummarizeFirstTopicsResponse
        {
            Units = { units.Select(unit => SumUp(unit.Code, unit.Name, [.. topics.Where(topic => topic.Unit == unit.Code)])) },
        };
    }

    private static FirstTopicSummary SumUp(string unit, string name, IReadOnlyList<FirstTopic> topics)
    {
        var studied = topics.Where(topic => topic.State == FirstTopicState.Studied).ToList();
        return new FirstTopicSummary
        {
            Unit = $"units/{unit}",
            UnitName = name,
            Pooled = topics.Count - studied.Count,
            Studied = studied.Count,
            AtCommittee = studied.Count(topic => topic.Details.MeetingKind is MeetingKind.StandingCommittee or MeetingKind.PartyGroup),
            AtStudyGroup = studied.Count(topic => topic.Details.MeetingKind == MeetingKind.StudyGroup),
            Measures = studied.Sum(topic => topic.Details.Measures.Count),
            MeasuresDone = studied.Sum(topic => topic.MeasuresDone),
            DaysElapsed = studied.Sum(topic => topic.DaysElapsed(topic.StudiedOn!.Value)),
        };
    }
}
