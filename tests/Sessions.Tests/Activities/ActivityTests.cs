using Grpc.Core;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Activities;

public class ActivityTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task BatchCreateActivities_TwoHundred_AreAllThereAndAnnounced()
    {
        await using var county = await County.OpenAsync(Backing);

        var answer = await county.Secretary.Activities.BatchCreateActivitiesAsync(Batch(200));
        var sent = await county.Host.SentAsync<ActivityRecorded>();

        Assert.Equal(200, answer.Activities.Count);
        Assert.Equal(200, sent.Select(evt => evt.Activity).Distinct().Count());
        Assert.All(sent, evt => Assert.Equal(("OUTREACH_TALK_REGULAR", false, 1L), (evt.Kind, evt.IsWithdrawn, evt.Version)));
    }

    [Fact]
    public async Task BatchCreateActivities_RepeatedRequestId_RecordsOnce()
    {
        await using var county = await County.OpenAsync(Backing);
        var request = Batch(3);
        request.RequestId = "batch-000001";

        var first = await county.Secretary.Activities.BatchCreateActivitiesAsync(request);
        var second = await county.Secretary.Activities.BatchCreateActivitiesAsync(request);

        Assert.Equal(first, second);
        Assert.Equal(3, (await county.Host.SentAsync<ActivityRecorded>()).Count);
    }

    [Fact]
    public async Task BatchCreateActivities_SomeWrong_NamesAllAndRecordsNone()
    {
        await using var county = await County.OpenAsync(Backing);
        var request = Batch(4);
        request.Requests[1].Activity.HappenedOn = "2024-01-01";
        request.Requests[2].Activity.Person = "people/p-other";
        request.Requests[2].Activity.Session = $"{County.Unit}/sessions/none";
        request.Requests[3].Activity.Team = "";
        request.Requests[3].ActivityId = "a";
        request.Requests[3].Parent = County.Other;

        var refusal = await Refusal.OfAsync(county.Secretary.Activities.BatchCreateActivitiesAsync(request));
        var list = await county.Secretary.Activities.ListActivitiesAsync(new() { Parent = County.Unit });

        Assert.Equal(
            [
                "requests[1].activity.happened_on DATE_IN_FUTURE", "requests[2].activity.person PERSON_NOT_MEMBER",
                "requests[2].activity.session SESSION_UNKNOWN", "requests[3].activity.person ACTIVITY_WHO_REQUIRED",
                "requests[3].activity_id ID_INVALID", "requests[3].parent PARENT_DIFFERS",
            ],
            refusal.Violations.Order(StringComparer.Ordinal));
        Assert.Empty(list.Activities);
        Assert.Empty(await county.Host.SentAsync<ActivityRecorded>());
    }

    [Fact]
    public async Task BatchCreateActivities_TakenId_RecordsNone()
    {
        await using var county = await County.OpenAsync(Backing);
        var request = Batch(2);
        request.Requests[1].ActivityId = "talk-1";
        await county.Secretary.Activities.BatchCreateActivitiesAsync(request);

        var taken = await Refusal.OfAsync(county.Secretary.Activities.BatchCreateActivitiesAsync(request));
        request.Requests[0].ActivityId = "talk-1";
        var repeated = await Refusal.OfAsync(county.Secretary.Activities.BatchCreateActivitiesAsync(request));

        Assert.Equal((StatusCode.AlreadyExists, "ACTIVITY_EXISTS"), (taken.Code, taken.Reason));
        Assert.Equal(["requests[1].activity_id ACTIVITY_ID_REPEATED"], repeated.Violations);
        Assert.Equal(2, (await county.Host.SentAsync<ActivityRecorded>()).Count);
    }

    [Fact]
    public async Task CorrectAndWithdraw_WithReason_AnnounceAnew()
    {
        await using var county = await County.OpenAsync(Backing);
        var activity = (await county.Secretary.Activities.BatchCreateActivitiesAsync(Batch(1))).Activities[0];

        var corrected = await county.Secretary.Activities.CorrectActivityAsync(new()
        {
            Activity = new() { Name = activity.Name, Kind = ActivityKind.CourtyardClass, Etag = activity.Etag },
            UpdateMask = new() { Paths = { "kind" } },
            Reason = "类别有误",
        });
        await county.Secretary.Activities.WithdrawActivityAsync(new() { Name = activity.Name, Reason = "重复登记" });
        var again = await Refusal.OfAsync(county.Secretary.Activities.WithdrawActivityAsync(new() { Name = activity.Name, Reason = "x" }));

        Assert.Equal((ActivityKind.CourtyardClass, "宣讲 0"), (corrected.Kind, corrected.Title));
        Assert.Equal(
            [("OUTREACH_TALK_REGULAR", false, 1L), ("COURTYARD_CLASS", false, 2), ("COURTYARD_CLASS", true, 3)],
            (await county.Host.SentAsync<ActivityRecorded>()).Select(evt => (evt.Kind, evt.IsWithdrawn, evt.Version)));
        Assert.Equal("ACTIVITY_WITHDRAWN", again.Reason);
    }

    [Fact]
    public async Task CreateActivity_Member_OnlyTheOwn()
    {
        await using var county = await County.OpenAsync(Backing);
        var reflection = new Activity { Kind = ActivityKind.Reflection, Title = "心得", HappenedOn = "2023-05-01" };

        var own = await county.Wang.Activities.CreateActivityAsync(new() { Parent = County.Unit, Activity = reflection });
        reflection.Person = "people/p-zhao";
        var foreign = await Refusal.OfAsync(county.Wang.Activities.CreateActivityAsync(new() { Parent = County.Unit, Activity = reflection }));
        var withdraw = await Refusal.OfAsync(county.Zhao.Activities.WithdrawActivityAsync(new() { Name = own.Name, Reason = "x" }));
        var elsewhere = await Refusal.OfAsync(county.Wang.Activities.CreateActivityAsync(new() { Parent = County.Other, Activity = reflection }));

        Assert.Equal("people/p-wang", own.Person);
        Assert.Equal("ACTIVITY_NOT_YOURS", foreign.Reason);
        Assert.Equal("ACTIVITY_NOT_YOURS", withdraw.Reason);
        Assert.Equal("UNIT_NOT_FOUND", elsewhere.Reason);
    }

    private static BatchCreateActivitiesRequest Batch(int count) => new()
    {
        Parent = County.Unit,
        Requests =
        {
            Enumerable.Range(0, count).Select(i => new CreateActivityRequest
            {
                Activity = new Activity
                {
                    Kind = ActivityKind.OutreachTalkRegular, Title = $"宣讲 {i}", Team = "百姓宣讲团", HappenedOn = "2023-06-01",
                },
            }),
        },
    };
}

[Trait("Needs", "Servers")]
public sealed class ActivityOnServersTests : ActivityTests
{
    protected override Backing Backing => Backing.Servers;
}
