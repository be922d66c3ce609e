using Grpc.Core;
using StudySuite.Events;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Observations;

public class ObservationServiceTests : IAsyncLifetime
{
    private County county = null!;

    protected virtual Backing Backing => Backing.Sqlite;

    public async ValueTask InitializeAsync() => county = await County.OpenAsync(Backing);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await county.DisposeAsync();
    }

    [Fact]
    public async Task CloseObservation_AfterAllSteps_Closes()
    {
        var observation = await county.GivenApprovedAsync();
        var name = observation.Name;
        await county.Publicity.Observations.IssueFeedbackAsync(new() { Name = name, IssuedOn = "2023-09-16" });
        await county.Secretary.UploadAsync(observation, Deliverable.Scheme, "方案.txt");

        var early = await Refusal.OfAsync(county.Publicity.Observations.CloseObservationAsync(new() { Name = name }));
        await county.Observer.UploadAsync(observation, Deliverable.MinutesCopy, "记录.txt");
        var closed = await county.Publicity.Observations.CloseObservationAsync(new() { Name = name, ClosedOn = "2023-09-20" });

        Assert.Equal("DELIVERABLES_MISSING", early.Reason);
        Assert.Equal(ObservationState.Closed, closed.State);
        Assert.Equal([Deliverable.Scheme, Deliverable.MinutesCopy, Deliverable.FeedbackForm], closed.Deliverables);
        Assert.All(closed.Documents, document => Assert.StartsWith($"{name}/files/", document.Document, StringComparison.Ordinal));
        Assert.Equal("rulebooks/default", closed.Rulebook);
        Assert.Equal("people/p-observer", closed.Form.FilledBy);
        var issued = Assert.Single(await county.Host.SentAsync<ObservationFeedbackIssued>());
        Assert.Equal((name, new DateOnly(2023, 9, 12), "xinxiang"), (issued.Observation, issued.ObservedOn, issued.Organiser));
        Assert.Equal(new DateOnly(2023, 9, 1), Assert.Single(await county.Host.SentAsync<ObservationAnnounced>()).AnnouncedOn);
    }

    [Fact]
    public async Task CreateObservation_WithMemberAsObserver_NamesTheField()
    {
        var refused = await Refusal.OfAsync(county.Publicity.Observations.CreateObservationAsync(new()
        {
            Parent = County.Unit,
            Observation = new()
            {
                Organiser = "units/nowhere", Observers = { "people/p-member", "nobody" }, AnnouncedOn = "2030-01-01",
            },
        }));

        Assert.Equal(StatusCode.InvalidArgument, refused.Code);
        Assert.Contains("observation.observers OBSERVER_IS_MEMBER", refused.Violations);
        Assert.Contains("observation.observers[1] NAME_INVALID", refused.Violations);
        Assert.Contains("observation.announced_on DATE_IN_FUTURE", refused.Violations);
        Assert.Contains("observation.organiser UNIT_NOT_FOUND", refused.Violations);
    }

    [Fact]
    public async Task CreateObservation_RepeatedWithRequestId_GivesTheSame()
    {
        var request = new CreateObservationRequest
        {
            Parent = County.Unit, Observation = SitIns.New(), RequestId = "repeat-0001",
        };

        var first = await county.Publicity.Observations.CreateObservationAsync(request);
        var second = await county.Publicity.Observations.CreateObservationAsync(request);

        Assert.Equal(first, second);
        Assert.Single(await county.Host.SentAsync<ObservationAnnounced>());
    }

    [Fact]
    public async Task GetObservation_Planned_IsHiddenFromTheUnit()
    {
        var planned = await county.Publicity.Observations.CreateObservationAsync(new()
        {
            Parent = County.Unit, Observation = SitIns.New(announcedOn: ""),
        });

        var refused = await Refusal.OfAsync(county.Secretary.Observations.GetObservationAsync(new() { Name = planned.Name }));
        await county.Publicity.Observations.AnnounceObservationAsync(new() { Name = planned.Name, AnnouncedOn = "2023-09-01" });
        var seen = await county.Secretary.Observations.GetObservationAsync(new() { Name = planned.Name });

        Assert.Equal("OBSERVATION_NOT_FOUND", refused.Reason);
        Assert.Equal(ObservationState.Announced, seen.State);
    }

    [Fact]
    public async Task GetObservation_BeforeIssue_HidesTheFormFromTheUnit()
    {
        var observation = await county.GivenApprovedAsync();

        var before = await county.Secretary.Observations.GetObservationAsync(new() { Name = observation.Name });
        await county.Publicity.Observations.IssueFeedbackAsync(new() { Name = observation.Name });
        var after = await county.Secretary.Observations.GetObservationAsync(new() { Name = observation.Name });

        Assert.Null(before.Form);
        Assert.Equal(2, after.Form.Problems.Count);
    }

    [Fact]
    public async Task GetObservation_OfForeignUnit_IsNotFound()
    {
        var observation = await county.GivenAnnouncedAsync();

        var refused = await Refusal.OfAsync(county.OtherSecretary.Observations.GetObservationAsync(new() { Name = observation.Name }));

        Assert.Equal((StatusCode.NotFound, "UNIT_NOT_FOUND"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task ListObservations_OfAllUnits_ShowsOnlyOnesOwn()
    {
        await county.GivenAnnouncedAsync();

        var own = await county.Secretary.Observations.ListObservationsAsync(new() { Parent = "units/-" });
        var foreign = await county.OtherSecretary.Observations.ListObservationsAsync(new() { Parent = "units/-" });

        Assert.Single(own.Observations);
        Assert.Empty(foreign.Observations);
    }

    [Fact]
    public async Task RecordObservation_ByAnotherObserver_IsDenied()
    {
        var observation = await county.GivenDatedAsync();
        var stranger = new Caller(county.Host, "p-stranger", "Observer:/xinxiang/*");

        var refused = await Refusal.OfAsync(stranger.Observations.RecordObservationAsync(new()
        {
            Name = observation.Name, ObservedOn = "2023-09-12", Form = SitIns.Form(),
        }));

        Assert.Equal((StatusCode.PermissionDenied, "NOT_AN_OBSERVER"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task RecordObservation_WithBrokenForm_NamesEveryViolation()
    {
        await county.GivenRulesAsync(("observe.may_speak", "false"), ("observe.summary_max_chars", "100"));
        var observation = await county.GivenDatedAsync();
        var form = SitIns.Form();
        form.Indicators.RemoveAt(10);
        form.Indicators.Add(form.Indicators[0]);
        form.Indicators[1].Answer = Answer.Unspecified;
        form.OnSpotComment = "很好";
        form.Highlights = "";
        form.OverallEvaluation = new string('好', 101);

        var refused = await Refusal.OfAsync(county.Observer.Observations.RecordObservationAsync(new()
        {
            Name = observation.Name, ObservedOn = "12.9.2023", Form = form,
        }));

        Assert.Equal("rulebooks/7", observation.Rulebook);
        Assert.Equal(
            [
                "form SUMMARY_TOO_LONG", "form.highlights FIELD_REQUIRED", "form.indicators INDICATOR_MISSING",
                "form.indicators[10].indicator INDICATOR_REPEATED", "form.indicators[1].answer FIELD_REQUIRED",
                "form.on_spot_comment MAY_NOT_SPEAK", "observed_on DATE_INVALID",
            ],
            refused.Violations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ApproveFeedback_NotSubmitted_IsRefused()
    {
        var observation = await county.GivenObservedAsync();

        var refused = await Refusal.OfAsync(county.Publicity.Observations.ApproveFeedbackAsync(new() { Name = observation.Name }));

        Assert.Equal((StatusCode.FailedPrecondition, "FEEDBACK_NOT_DRAFTED"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task ReturnFeedback_Drafted_OpensTheFormAgain()
    {
        var observation = await county.GivenObservedAsync();
        await county.Observer.Observations.SubmitFeedbackAsync(new() { Name = observation.Name });

        var returned = await county.Publicity.Observations.ReturnFeedbackAsync(new() { Name = observation.Name, Reason = "太长" });
        var again = await county.Observer.Observations.RecordObservationAsync(new()
        {
            Name = observation.Name, ObservedOn = "2023-09-13", Form = SitIns.Form(), Etag = returned.Etag,
        });
        var stale = await Refusal.OfAsync(county.Observer.Observations.RecordObservationAsync(new()
        {
            Name = observation.Name, ObservedOn = "2023-09-12", Form = SitIns.Form(), Etag = returned.Etag,
        }));

        Assert.Equal(ObservationState.Observed, again.State);
        Assert.Equal("ETAG_STALE", stale.Reason);
    }
}

[Trait("Needs", "Servers")]
public sealed class ObservationServiceOnServersTests : ObservationServiceTests
{
    protected override Backing Backing => Backing.Servers;
}
