using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Supervision.V1;
using static StudySuite.Demo.Flows.FirstTopicFlow;

namespace StudySuite.Demo.Flows;

/// <summary>One sit-in that the campaign has planned, from the announcement to the closing.</summary>
internal sealed class ObservationSteps(Cast cast, DemoUnit unit, bool withProblem)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly DateOnly Announced = new(2023, 3, 27);
    private readonly DateOnly day = new(2023, 4, 10 + Units.Below.ToList().IndexOf(unit));

    private string Name => $"{unit.ResourceName}/observations/demo-2023";

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var publicity = new ObservationService.ObservationServiceClient(cast["publicity"].Calls);
        var observer = new ObservationService.ObservationServiceClient(cast["observer"].Calls);
        var secretary = new ObservationService.ObservationServiceClient(cast[unit.Secretary].Calls);
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var observation = await publicity.GetObservationAsync(new GetObservationRequest { Name = Name });
            switch (observation.State)
            {
                case ObservationState.Planned:
                    await publicity.AnnounceObservationAsync(new AnnounceObservationRequest
                    {
                        Name = Name, AnnouncedOn = Text(Announced), RequestId = Id("announce"),
                    });
                    break;
                case ObservationState.Announced:
                    await secretary.FixObservationDateAsync(new FixObservationDateRequest
                    {
                        Name = Name, Session = $"{unit.ResourceName}/sessions/demo-talk-04", DatedFor = Text(day), FixedOn = Text(Announced),
                        Place = $"{unit.Name}会议室", RequestId = Id("date"),
                    });
                    break;
                case ObservationState.Dated when observation.Materials is null:
                    await secretary.SendObservationMaterialsAsync(new SendObservationMaterialsRequest
                    {
                        Name = Name, Materials = new SentMaterials { SentOn = Text(Announced.AddDays(1)) }, RequestId = Id("materials"),
                    });
                    break;
                case ObservationState.Dated:
                    await observer.RecordObservationAsync(new RecordObservationRequest
                    {
                        Name = Name, ObservedOn = Text(day), Form = Form(), RequestId = Id("record"),
                    });
                    break;
                case ObservationState.Observed:
                    await observer.SubmitFeedbackAsync(new SubmitFeedbackRequest { Name = Name, RequestId = Id("submit") });
                    break;
                case ObservationState.FeedbackDrafted:
                    await publicity.ApproveFeedbackAsync(new ApproveFeedbackRequest
                    {
                        Name = Name, ApprovedOn = Text(day.AddDays(2)), RequestId = Id("approve"),
                    });
                    break;
                case ObservationState.Approved:
                    await publicity.IssueFeedbackAsync(new IssueFeedbackRequest
                    {
                        Name = Name, IssuedOn = Text(day.AddDays(3)), RequestId = Id("issue"),
                    });
                    break;
                case ObservationState.Issued when observation.Deliverables.Count < 3 && TimeProvider.System.GetElapsedTime(since) < Patience:
                    // Scheme and record stand in sessions already; that they do is on its way to supervision.
                    await Task.Delay(200, cancellationToken);
                    break;
                case ObservationState.Issued:
                    await publicity.CloseObservationAsync(new CloseObservationRequest
                    {
                        Name = Name, ClosedOn = Text(day.AddDays(7)), RequestId = Id("close"),
                    });
                    break;
                default:
                    return;
            }
        }
    }

    private ObservationForm Form()
    {
        var form = new ObservationForm
        {
            Methods = { ObservationMethod.Talk, ObservationMethod.Ledger, ObservationMethod.FullSession },
            Indicators =
            {
                Enum.GetValues<Indicator>().Where(indicator => indicator != Indicator.Unspecified).Select(indicator => new IndicatorAnswer
                {
                    Indicator = indicator,
                    Answer = withProblem && indicator == Indicator.Archive ? Answer.Partly : Answer.Yes,
                    Note = indicator == Indicator.Attendance ? "应到4人，实到4人" : "",
                }),
            },
            OverallEvaluation = "学习组织规范，研讨联系实际。",
            Highlights = "重点发言与集体研讨结合较好。",
            Suggestions = "进一步推动学习成果转化。",
            OnSpotComment = "现场点评：研讨要紧扣本单位重点工作。",
            Grade = ObservationGrade.Good,
        };
        if (withProblem)
        {
            form.Problems.Add(new FormProblem { Line = 1, Text = "学习档案归集不及时，缺少研讨发言材料。", Category = "档案管理", RuleReference = "七有：有记录" });
        }

        return form;
    }

    private string Id(string step) => $"demo-observe-{unit.Short}-{step}";
}
