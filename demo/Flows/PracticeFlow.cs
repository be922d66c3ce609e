using StudySuite.Bulletin.V1;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;

namespace StudySuite.Demo.Flows;

/// <summary>Good practices: two units propose one each, the publicity department takes the one and declines the other.</summary>
internal sealed class PracticeFlow(Cast cast)
{
    private static readonly (int Unit, string Title, string Text)[] Proposals =
    [
        (0, "重点发言与集体研讨相结合", "坚持“重点发言+集体研讨”，一学一题、一题一议，学习成果转化为服务企业的举措。"),
        (1, "学习笔记展评", "每季度组织一次学习笔记交流。"),
    ];

    /// <param name="bulletin">A bulletin of the half-year, still a draft.</param>
    public async Task RunAsync(int half, string bulletin)
    {
        var publicity = new PracticeProposalService.PracticeProposalServiceClient(cast["publicity"].Calls);
        foreach (var (at, title, text) in Proposals)
        {
            var unit = Units.Below[at];
            var (id, name) = ($"2023-{half}", $"{unit.ResourceName}/practiceProposals/2023-{half}");
            await new PracticeProposalService.PracticeProposalServiceClient(cast[unit.Secretary].Calls)
                .CreatePracticeProposalAsync(new CreatePracticeProposalRequest
                {
                    Parent = unit.ResourceName,
                    PracticeProposalId = id,
                    PracticeProposal = new PracticeProposal { Title = title, Text = text },
                }).UnlessThereAsync();
            var proposals = await publicity.ListPracticeProposalsAsync(
                new ListPracticeProposalsRequest { Parent = unit.ResourceName });
            if (proposals.PracticeProposals.Single(proposal => proposal.Name == name).State != PracticeProposalState.Proposed)
            {
                continue;
            }

            if (at == 0)
            {
                await publicity.ChoosePracticeProposalAsync(new ChoosePracticeProposalRequest
                {
                    Name = name, Bulletin = bulletin, RequestId = $"demo-choose-{unit.Short}-{id}",
                });
            }
            else
            {
                await publicity.DeclinePracticeProposalAsync(
                    new DeclinePracticeProposalRequest { Name = name, Reason = "本期篇幅有限，留待下期。" });
            }
        }
    }
}
