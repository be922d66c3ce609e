using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Counting;
using StudySuite.Events;
using StudySuite.Sessions.MakeUps;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.CountedEvents;

internal sealed partial class CountedEventService
{
    private async Task<List<CountedRecord>> MakeUpsAsync(string unit, string id, int size, CancellationToken cancellationToken)
    {
        var page = await db.MakeUps.AsNoTracking()
            .Where(makeUp => makeUp.Unit.CompareTo(unit) > 0 || (makeUp.Unit == unit && makeUp.Id.CompareTo(id) > 0))
            .OrderBy(makeUp => makeUp.Unit).ThenBy(makeUp => makeUp.Id).Take(size).ToListAsync(cancellationToken);
        return [.. page.Select(makeUp => new CountedRecord(makeUp.Unit, makeUp.Id, [.. EventsOf(makeUp)]))];
    }

    private static IEnumerable<IEvent> EventsOf(MakeUp makeUp)
    {
        var session = SessionName.Of(makeUp.Unit, makeUp.Session);
        if (makeUp.State == V1.MakeUpState.Withdrawn)
        {
            yield return makeUp.ToWithdrawn() with { Version = makeUp.Version };
            yield break;
        }

        yield return new MakeUpAssigned(
            makeUp.ResourceName, makeUp.Unit, session, makeUp.Person, makeUp.Topic, makeUp.DueOn, makeUp.Version);
        if (makeUp.State == V1.MakeUpState.Confirmed)
        {
            yield return new MakeUpDone(
                makeUp.ResourceName, makeUp.Unit, session, makeUp.Person, makeUp.DoneOn!.Value, makeUp.Version);
        }
    }

    private async Task<List<CountedRecord>> FirstTopicsAsync(
        string unit, string id, int size, CancellationToken cancellationToken)
    {
        var page = await db.FirstTopics.AsNoTracking()
            .Where(topic => topic.StudiedOn != null)
            .Where(topic => topic.Unit.CompareTo(unit) > 0 || (topic.Unit == unit && topic.Id.CompareTo(id) > 0))
            .OrderBy(topic => topic.Unit).ThenBy(topic => topic.Id).Take(size).ToListAsync(cancellationToken);
        return [.. page.Select(topic => new CountedRecord(
            topic.Unit, topic.Id, topic.ToEvent() with { Version = topic.Version }))];
    }

    private async Task<List<CountedRecord>> ActivitiesAsync(
        string unit, string id, int size, CancellationToken cancellationToken)
    {
        var page = await db.Activities.AsNoTracking()
            .Where(activity => !activity.IsPlanned)
            .Where(activity => activity.Unit.CompareTo(unit) > 0 || (activity.Unit == unit && activity.Id.CompareTo(id) > 0))
            .OrderBy(activity => activity.Unit).ThenBy(activity => activity.Id).Take(size).ToListAsync(cancellationToken);
        return [.. page.Select(activity => new CountedRecord(
            activity.Unit, activity.Id, activity.ToEvent() with { Version = activity.Version }))];
    }

    private async Task<List<CountedRecord>> LecturesAsync(
        string unit, string session, int size, CancellationToken cancellationToken)
    {
        var page = await db.Lectures.AsNoTracking()
            .Where(lecture => lecture.FiledOn != null)
            .Where(lecture => lecture.Unit.CompareTo(unit) > 0
                || (lecture.Unit == unit && lecture.Session.CompareTo(session) > 0))
            .OrderBy(lecture => lecture.Unit).ThenBy(lecture => lecture.Session).Take(size).ToListAsync(cancellationToken);
        return [.. page.Select(lecture => new CountedRecord(
            lecture.Unit, lecture.Session, lecture.ToFiled() with { Version = lecture.Version }))];
    }
}
