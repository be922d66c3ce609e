using Grpc.Core;
using StudySuite.Planning.V1;
using StudySuite.Testing;
using static StudySuite.Planning.V1.ContentCategoryService;
using static StudySuite.Planning.V1.ResearchTopicService;
using static StudySuite.Planning.V1.SelfStudyPlanService;

namespace StudySuite.Planning.Tests.Personal;

public sealed class PersonalTests
{
    private const string Member = "Member:/xinxiang/xinxiang-kegong/";

    [Fact]
    public async Task SelfStudyPlan_UntilShown_IsItsMembersAlone()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var own = new SelfStudyPlanServiceClient(planning.Host.ChannelAs("zhang", Member));
        var secretary = new SelfStudyPlanServiceClient(planning.AsSecretary());
        var plan = await own.CreateSelfStudyPlanAsync(New());

        var twice = await Refused.ByAsync(own.CreateSelfStudyPlanAsync(New()));
        var hidden = await Refused.ByAsync(secretary.GetSelfStudyPlanAsync(new() { Name = plan.Name }));
        plan.Shown = true;
        await own.UpdateSelfStudyPlanAsync(new() { SelfStudyPlan = plan });
        var shown = await secretary.ListSelfStudyPlansAsync(new() { Parent = PlanningFixture.Unit });
        var foreign = await Refused.ByAsync(secretary.DeleteSelfStudyPlanAsync(new() { Name = plan.Name }));
        await own.DeleteSelfStudyPlanAsync(new() { Name = plan.Name });

        Assert.Equal(("SELF_STUDY_PLAN_EXISTS", "SELF_STUDY_PLAN_NOT_FOUND", "SELF_STUDY_PLAN_NOT_FOUND"), (twice.Reason, hidden.Reason, foreign.Reason));
        Assert.Equal("people/zhang", Assert.Single(shown.SelfStudyPlans).Person);
        Assert.Empty((await own.ListSelfStudyPlansAsync(new() { Parent = PlanningFixture.Unit })).SelfStudyPlans);
    }

    [Fact]
    public async Task ResearchTopic_OfAMember_IsChangedByMemberAndSecretaryOnly()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        await planning.Host.GivenMemberAsync("xinxiang-kegong", "zhang", "张三");
        var secretary = new ResearchTopicServiceClient(planning.AsSecretary());
        var own = new ResearchTopicServiceClient(planning.Host.ChannelAs("zhang", Member));
        var other = new ResearchTopicServiceClient(planning.Host.ChannelAs("li", Member));
        var request = new CreateResearchTopicRequest
        {
            Parent = PlanningFixture.Unit, ResearchTopic = new() { Person = "people/zhang", Year = 2024, Title = "产业转型", Place = "七里营镇" },
        };

        var topic = await secretary.CreateResearchTopicAsync(request);
        var forOther = await Refused.ByAsync(other.CreateResearchTopicAsync(request));
        var foreign = await Refused.ByAsync(other.CompleteResearchTopicAsync(new() { Name = topic.Name, Outcome = "完成" }));
        var done = await own.CompleteResearchTopicAsync(new() { Name = topic.Name, Outcome = "形成报告1篇", Report = "关于产业转型的调研报告" });
        var ended = await Refused.ByAsync(secretary.DropResearchTopicAsync(new() { Name = topic.Name, Reason = "不再需要" }));

        Assert.Equal(("MEMBER_UNKNOWN", "RESEARCH_TOPIC_NOT_FOUND", "RESEARCH_TOPIC_ENDED"), (forOther.Reason, foreign.Reason, ended.Reason));
        Assert.Equal((ResearchTopicState.Done, "people/zhang"), (done.State, done.Person));
        Assert.Single((await other.ListResearchTopicsAsync(new() { Parent = PlanningFixture.Unit, Year = 2024 })).ResearchTopics);
    }

    [Fact]
    public async Task ContentCategories_Edited_AreWhatPlansMayUse()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var office = new ContentCategoryServiceClient(planning.AsPublicity());
        var shipped = (await office.ListContentCategoriesAsync(new())).ContentCategories;
        var request = PlanningFixture.NewPlan();
        request.Plan.Items[0].Category = "县情县史";

        var unknown = await Refused.ByAsync(planning.Secretary().CreateAnnualPlanAsync(request));
        await office.CreateContentCategoryAsync(new() { ContentCategoryId = "local", ContentCategory = new() { Title = "县情县史", Position = 200 } });
        var taken = await Refused.ByAsync(office.CreateContentCategoryAsync(new() { ContentCategory = new() { Title = "县情县史" } }));
        var denied = await Refused.ByAsync(new ContentCategoryServiceClient(planning.AsSecretary()).CreateContentCategoryAsync(new()));
        var plan = await planning.Secretary().CreateAnnualPlanAsync(request);
        await office.UpdateContentCategoryAsync(new()
        {
            ContentCategory = new() { Name = "contentCategories/local", Retired = true }, UpdateMask = new() { Paths = { "retired" } },
        });

        Assert.Equal(10, shipped.Count);
        Assert.Contains(("plan.items[0].category", "CATEGORY_UNKNOWN"), unknown.Violations);
        Assert.Equal(("CATEGORY_EXISTS", StatusCode.PermissionDenied), (taken.Reason, denied.Status));
        Assert.Equal("县情县史", plan.Items[0].Category);
        Assert.Equal((10, 11), (
            (await office.ListContentCategoriesAsync(new())).ContentCategories.Count,
            (await office.ListContentCategoriesAsync(new() { ShowRetired = true })).ContentCategories.Count));
    }

    private static CreateSelfStudyPlanRequest New() => new()
    {
        Parent = PlanningFixture.Unit,
        SelfStudyPlan = new() { Year = 2024, Items = { new SelfStudyItem { Content = "《习近平著作选读》第一卷", Period = "上半年" } } },
    };
}
