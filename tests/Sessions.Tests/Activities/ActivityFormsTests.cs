using System.Net;
using System.Text;
using Grpc.Core;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Activities;

/// <summary>What the forms beyond the meeting have beside: plans, teams, own study, comments, files.</summary>
public class ActivityFormsTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task HoldActivity_PlannedTalk_CountsFromNowOn()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlanItemAsync("12");
        var team = await RecordAsync(county.Secretary, new()
        {
            Kind = ActivityKind.OutreachTeam, Title = "青年宣讲团", Team = "青年宣讲团", HappenedOn = "2023-02-01",
            Details = new() { Members = { new TeamMember { Person = "people/p-wang" }, new TeamMember { PersonName = "村支书" } } },
        });
        var planned = await RecordAsync(county.Secretary, new()
        {
            Kind = ActivityKind.OutreachTalkRegular, Title = "进校园", OutreachTeam = team.Name, HappenedOn = "2023-12-30",
            IsPlanned = true, Place = "一中", PlanItem = $"{County.Unit}/plans/2023/items/12",
            Details = new() { AudienceKind = AudienceKind.Students },
        });
        var before = await county.Host.SentAsync<ActivityRecorded>();
        var early = await Refusal.OfAsync(county.Secretary.Activities.HoldActivityAsync(new() { Name = planned.Name }));

        var held = await county.Secretary.Activities.HoldActivityAsync(new() { Name = planned.Name, HeldOn = "2023-12-19", Audience = 300 });
        var twice = await Refusal.OfAsync(county.Secretary.Activities.HoldActivityAsync(new() { Name = planned.Name, HeldOn = "2023-12-19" }));
        var ofTeam = await county.Wang.Activities.ListActivitiesAsync(new() { Parent = County.Unit, OutreachTeam = team.Name });
        var ofPlan = await county.Wang.Activities.ListActivitiesAsync(new() { Parent = County.Unit, PlanItem = planned.PlanItem, OnlyPlanned = true });

        Assert.Equal("OUTREACH_TEAM", Assert.Single(before).Kind);
        Assert.Equal(["held_on DATE_IN_FUTURE"], early.Violations);
        Assert.Equal((false, "2023-12-19", "一中", 300), (held.IsPlanned, held.HappenedOn, held.Place, held.Audience));
        Assert.Equal("ACTIVITY_NOT_PLANNED", twice.Reason);
        Assert.Equal([held.Name], ofTeam.Activities.Select(activity => activity.Name));
        Assert.Empty(ofPlan.Activities);
        Assert.Equal(
            [("OUTREACH_TEAM", 1L), ("OUTREACH_TALK_REGULAR", 2)],
            (await county.Host.SentAsync<ActivityRecorded>()).Select(evt => (evt.Kind, evt.Version)));
    }

    [Fact]
    public async Task WithdrawActivity_OnlyPlanned_AnnouncesNothing()
    {
        await using var county = await County.OpenAsync(Backing);
        var planned = await RecordAsync(county.Secretary, new()
        {
            Kind = ActivityKind.LeaderLecture, Title = "党课", Person = "people/p-wang", HappenedOn = "2024-01-30", IsPlanned = true,
        });

        await county.Secretary.Activities.WithdrawActivityAsync(new() { Name = planned.Name, Reason = "改期" });

        Assert.Empty(await county.Host.SentAsync<ActivityRecorded>());
    }

    [Fact]
    public async Task CreateActivity_WrongLinks_NamesAllOfThem()
    {
        await using var county = await County.OpenAsync(Backing);

        var refusal = await Refusal.OfAsync(county.Secretary.Activities.CreateActivityAsync(new()
        {
            Parent = County.Unit,
            Activity = new()
            {
                Kind = ActivityKind.Reflection, Title = "心得", HappenedOn = "2023-05-01", IsPlanned = true,
                PlanItem = $"{County.Other}/plans/2023/items/03", SharedAt = $"{County.Unit}/sessions/none",
                OutreachTeam = $"{County.Unit}/activities/none",
                Details = new()
                {
                    SelfStudyPlan = "x", ReadingList = { "" }, Members = { new TeamMember(), new TeamMember { Person = "people/p-other" } },
                },
            },
        }));

        Assert.Equal(
            [
                "activity.details.members[0] ACTIVITY_WHO_REQUIRED", "activity.details.members[1].person PERSON_NOT_MEMBER",
                "activity.details.reading_list[0] FIELD_REQUIRED", "activity.details.self_study_plan NAME_INVALID",
                "activity.is_planned PLANNED_NOT_FOR_KIND", "activity.outreach_team TEAM_UNKNOWN", "activity.plan_item NAME_INVALID",
                "activity.shared_at SESSION_UNKNOWN",
            ],
            refusal.Violations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PlanItem_OfNoPassedPlan_IsRefused_AndAnAmendmentThatDropsItHindersNoCorrection()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlanItemAsync("03");
        V1.Activity Talk(string item) => new()
        {
            Kind = ActivityKind.OutreachTalkRegular, Title = "进乡村", Person = "people/p-wang", HappenedOn = "2023-03-30",
            PlanItem = $"{County.Unit}/plans/2023/items/{item}",
        };

        var unknown = await Refusal.OfAsync(county.Secretary.Activities.CreateActivityAsync(
            new() { Parent = County.Unit, Activity = Talk("04") }));
        var batch = await Refusal.OfAsync(county.Secretary.Activities.BatchCreateActivitiesAsync(new()
        {
            Parent = County.Unit,
            Requests = { new CreateActivityRequest { Activity = Talk("03") }, new CreateActivityRequest { Activity = Talk("04") } },
        }));
        var talk = await RecordAsync(county.Secretary, Talk("03"));
        await county.GivenPlanItemAsync("05", version: 2);
        var corrected = await CorrectAsync(new() { Name = talk.Name, Place = "文化广场" }, "place");
        var moved = await Refusal.OfAsync(CorrectAsync(
            new() { Name = talk.Name, PlanItem = Talk("04").PlanItem }, "plan_item"));
        var linked = await CorrectAsync(new() { Name = talk.Name, PlanItem = Talk("05").PlanItem }, "plan_item");

        Assert.Equal(["activity.plan_item PLAN_ITEM_UNKNOWN"], unknown.Violations);
        Assert.Equal(["requests[1].activity.plan_item PLAN_ITEM_UNKNOWN"], batch.Violations);
        Assert.Equal(("文化广场", talk.PlanItem), (corrected.Place, corrected.PlanItem));
        Assert.Equal(["activity.plan_item PLAN_ITEM_UNKNOWN"], moved.Violations);
        Assert.Equal(Talk("05").PlanItem, linked.PlanItem);

        AsyncUnaryCall<V1.Activity> CorrectAsync(V1.Activity asked, string field) => county.Secretary.Activities.CorrectActivityAsync(
            new() { Activity = asked, UpdateMask = new() { Paths = { field } }, Reason = "核对" });
    }

    [Fact]
    public async Task SelfStudy_UntilItIsShared_IsForItsMemberAndTheStaff()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        var own = await RecordAsync(county.Wang, new()
        {
            Kind = ActivityKind.SelfStudy, Title = "自学要点", HappenedOn = "2023-05-01", Text = "读后随想",
            Details = new() { ReadingList = { "反对本本主义", "实践论" }, SelfStudyPlan = $"{County.Unit}/selfStudyPlans/wang" },
        });
        var hidden = await Refusal.OfAsync(county.Zhao.Activities.GetActivityAsync(new() { Name = own.Name }));
        var (unseen, unfound) = (await CountAsync(county.Zhao), await FoundAsync(county.Zhao));
        var seen = await county.Secretary.Activities.CommentOnActivityAsync(new() { Name = own.Name, Text = "很好，可在会上交流" });

        var shared = await county.Wang.Activities.CorrectActivityAsync(new()
        {
            Activity = new() { Name = own.Name, SharedAt = County.Session },
            UpdateMask = new() { Paths = { "shared_at" } },
            Reason = "会上交流",
        });
        var colleague = await county.Zhao.Activities.GetActivityAsync(new() { Name = own.Name });

        Assert.Equal("ACTIVITY_NOT_FOUND", hidden.Reason);
        Assert.Equal((0, 0), (unseen, unfound));
        Assert.Equal(("people/p-secretary", "很好，可在会上交流"), (seen.Comments[0].Author, seen.Comments[0].Text));
        Assert.Equal("很好，可在会上交流", Assert.Single(shared.Comments).Text);
        Assert.Empty(colleague.Comments);
        Assert.Equal((1, 1), (await CountAsync(county.Zhao), await FoundAsync(county.Zhao)));
        Assert.Equal(
            [("", 1L), ("自学要点", 3)],
            (await county.Host.SentAsync<ActivityRecorded>()).Select(evt => (evt.Title, evt.Version)));
    }

    [Fact]
    public async Task ListActivityKinds_HasEveryKindOnceInBothLanguages()
    {
        await using var county = await County.OpenAsync(Backing);

        var chinese = await county.Wang.Activities.ListActivityKindsAsync(new());
        var english = await county.Wang.Activities.ListActivityKindsAsync(new(), new Metadata { { "accept-language", "en" } });

        Assert.Equal(
            Enum.GetValues<ActivityKind>().Where(kind => kind != ActivityKind.Unspecified),
            chinese.Kinds.Select(entry => entry.Kind).Order());
        Assert.All(chinese.Kinds, entry => Assert.Matches("[\u4e00-\u9fff]", entry.Title));
        Assert.All(english.Kinds, entry => Assert.DoesNotMatch("[\u4e00-\u9fff]|_", entry.Title));
        Assert.Equal(
            [ActivityKind.SelfStudy, ActivityKind.Column, ActivityKind.OnlineStudy],
            chinese.Kinds.Where(entry => entry.Indicator.Length == 0).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task UploadActivityFile_OfOnlineStudy_IsForItsMemberAndTheSecretary()
    {
        await using var county = await County.OpenAsync(Backing);
        var study = await RecordAsync(county.Wang, new() { Kind = ActivityKind.OnlineStudy, Title = "网络专题班", HappenedOn = "2023-05-01" });
        var bytes = Encoding.UTF8.GetBytes("结业证书");

        using var answer = await PostAsync(county.Wang, study.Name, bytes);
        var files = await county.Wang.ActivityFiles.ListActivityFilesAsync(new() { Parent = study.Name });
        var file = Assert.Single(files.Files);
        using var foreign = await PostAsync(county.Zhao, study.Name, bytes);
        var unseen = await county.Zhao.ActivityFiles.ListActivityFilesAsync(new() { Parent = study.Name });
        using var denied = await county.Zhao.Http.GetAsync($"/sessions/v1/{file.Name}:download", TestContext.Current.CancellationToken);
        using var read = await county.Secretary.Http.GetAsync($"/sessions/v1/{file.Name}:download", TestContext.Current.CancellationToken);
        await county.Wang.ActivityFiles.DeleteActivityFileAsync(new() { Name = file.Name });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("证书.txt", "people/p-wang"), (file.FileName, file.UploadedBy));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Empty(unseen.Files);
        Assert.Equal(HttpStatusCode.NotFound, denied.StatusCode);
        Assert.Equal(bytes, await read.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await county.Wang.ActivityFiles.ListActivityFilesAsync(new() { Parent = study.Name })).Files);
    }

    [Fact]
    public async Task UploadActivityFile_ByStream_ComesBackAndEndsWithTheActivity()
    {
        await using var county = await County.OpenAsync(Backing);
        var reflection = await RecordAsync(county.Wang, new() { Kind = ActivityKind.Reflection, Title = "心得", HappenedOn = "2023-05-01" });
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("心得体会正文。", 20_000)));

        var file = await UploadAsync(county.Wang, reflection.Name, bytes);
        using var download = county.Zhao.ActivityFiles.DownloadActivityFile(new() { Name = file.Name });
        using var received = new MemoryStream();
        await foreach (var piece in download.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            piece.Data.WriteTo(received);
        }

        await county.Wang.Activities.WithdrawActivityAsync(new() { Name = reflection.Name, Reason = "重写" });
        var late = await Assert.ThrowsAsync<RpcException>(() => UploadAsync(county.Wang, reflection.Name, bytes));

        Assert.Equal(bytes, received.ToArray());
        Assert.Equal(StatusCode.FailedPrecondition, late.StatusCode);
    }

    private static async Task<Activity> RecordAsync(Caller caller, Activity activity) =>
        await caller.Activities.CreateActivityAsync(new() { Parent = County.Unit, Activity = activity });

    private static async Task<int> CountAsync(Caller caller) =>
        (await caller.Activities.ListActivitiesAsync(new() { Parent = County.Unit })).Activities.Count;

    private static async Task<int> FoundAsync(Caller caller) =>
        (await caller.Search.SearchRecordsAsync(new() { Parent = County.Unit, Query = "读后随想" })).Hits.Count;

    private static Task<HttpResponseMessage> PostAsync(Caller caller, string activity, byte[] bytes) => caller.Http.PostAsync(
        $"/sessions/v1/{activity}/files:upload?fileName=证书.txt", new ByteArrayContent(bytes), TestContext.Current.CancellationToken);

    private static async Task<ActivityFile> UploadAsync(Caller caller, string activity, byte[] bytes)
    {
        using var upload = caller.ActivityFiles.UploadActivityFile();
        await upload.RequestStream.WriteAsync(new() { Parent = activity, FileName = "心得.txt" });
        foreach (var piece in bytes.Chunk(60_000))
        {
            await upload.RequestStream.WriteAsync(new() { Data = Google.Protobuf.ByteString.CopyFrom(piece) });
        }

        await upload.RequestStream.CompleteAsync();
        return await upload.ResponseAsync;
    }
}

[Trait("Needs", "Servers")]
public sealed class ActivityFormsOnServersTests : ActivityFormsTests
{
    protected override Backing Backing => Backing.Servers;
}
