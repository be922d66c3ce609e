using StudySuite.Bulletin.V1;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.Practices;

public sealed class PracticeProposalTests
{
    [Fact]
    public Task Proposal_ChosenAndEdited_StandsInTheBulletin_Sqlite() => FlowAsync(Backing.Sqlite);

    [Fact]
    [Trait("Needs", "Servers")]
    public Task Proposal_ChosenAndEdited_StandsInTheBulletin_Servers() => FlowAsync(Backing.Servers);

    private static async Task FlowAsync(Backing backing)
    {
        await using var county = await County.StartAsync(backing);
        var unit = new PracticeProposalService.PracticeProposalServiceClient(
            county.Host.Channel("StudySecretary:/xinxiang/xinxiang-kegong/"));
        var publicity = new PracticeProposalService.PracticeProposalServiceClient(county.Host.Channel(County.Publicity));
        var draft = await county.GivenDraftAsync();

        Assert.Equal(["practice_proposal.materials[0] MATERIAL_INVALID", "practice_proposal.text FIELD_REQUIRED"],
            await Refusal.ViolationsAsync(unit.CreatePracticeProposalAsync(Request("", "units/xinxiang-weijian/sessions/1"))));
        var first = await unit.CreatePracticeProposalAsync(Request("一学一题", "units/xinxiang-kegong/sessions/1"));
        var second = await unit.CreatePracticeProposalAsync(Request("又一做法", "https://example.cn/1"));
        await publicity.ChoosePracticeProposalAsync(new ChoosePracticeProposalRequest
        {
            Name = first.Name, Bulletin = draft.Name, Text = "{单位:xinxiang-kegong}一学一题",
        });
        await publicity.DeclinePracticeProposalAsync(
            new DeclinePracticeProposalRequest { Name = second.Name, Reason = "材料不足" });

        var bulletin = await county.Bulletins().GetBulletinAsync(new GetBulletinRequest { Name = draft.Name });
        Assert.Equal("units/xinxiang-kegong", Assert.Single(bulletin.GoodPractices).Unit);
        Assert.Equal("PRACTICE_PROPOSAL_DECIDED", await Refusal.ReasonAsync(publicity.ChoosePracticeProposalAsync(
            new ChoosePracticeProposalRequest { Name = second.Name, Bulletin = draft.Name })));
        Assert.Equal("BULLETIN_NOT_FOUND", await Refusal.ReasonAsync(publicity.ChoosePracticeProposalAsync(
            new ChoosePracticeProposalRequest { Name = first.Name, Bulletin = "units/xinxiang-weijian/bulletins/x" })));
        Assert.Equal("ROLE_MISSING", await Refusal.ReasonAsync(unit.DeclinePracticeProposalAsync(
            new DeclinePracticeProposalRequest { Name = first.Name, Reason = "x" })));
        var list = await publicity.ListPracticeProposalsAsync(new ListPracticeProposalsRequest { Parent = "units/-" });
        Assert.Equal(
            [PracticeProposalState.Declined, PracticeProposalState.Chosen],
            list.PracticeProposals.Select(proposal => proposal.State));
    }

    private static CreatePracticeProposalRequest Request(string text, string material) => new()
    {
        Parent = "units/xinxiang-kegong",
        PracticeProposal = new PracticeProposal { Title = "做法", Text = text, Materials = { material } },
    };
}
