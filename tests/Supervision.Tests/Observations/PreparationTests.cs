using StudySuite.Events;
using StudySuite.Supervision.Tests.Alerts;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Observations;

public class PreparationTests : IAsyncLifetime
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
    public async Task FixObservationDate_LaterThanTheRule_NeedsAReason()
    {
        await county.GivenNationalDay2023Async();
        var observation = await county.GivenAnnouncedAsync();
        // Thursday 28 September + 2 working days = Sunday 8 October, a make-up workday.
        var request = new FixObservationDateRequest
        {
            Name = observation.Name, Session = $"{County.Unit}/sessions/s9", DatedFor = "2023-10-07", Place = "会议室", FixedOn = "2023-09-28",
        };

        var refused = await Refusal.OfAsync(county.Secretary.Observations.FixObservationDateAsync(request));
        request.ShortNoticeReason = "上级会议冲突";
        var fixedDate = await county.Secretary.Observations.FixObservationDateAsync(request);
        request.DatedFor = "2023-10-08";
        var inTime = await county.Secretary.Observations.FixObservationDateAsync(request);

        Assert.Equal(["dated_for NOTICE_TOO_SHORT"], refused.Violations);
        Assert.Equal(("上级会议冲突", "2023-09-28"), (fixedDate.ShortNoticeReason, fixedDate.FixedOn));
        Assert.Equal(("", "2023-09-25"), (inTime.ShortNoticeReason, inTime.MaterialsDueOn));
    }

    [Fact]
    public async Task SendObservationMaterials_ByReference_CountsAsTheSchemeAndTellsWhenLate()
    {
        var observation = await county.GivenDatedAsync();
        var foreign = await Refusal.OfAsync(county.Secretary.Observations.SendObservationMaterialsAsync(new()
        {
            Name = observation.Name,
            Materials = new()
            {
                Scheme = "units/xinxiang-weijian/sessions/s9/scheme", Materials = { $"{County.Unit}/sessions/other/materials/m1" },
            },
        }));

        var sent = await county.Secretary.Observations.SendObservationMaterialsAsync(new()
        {
            Name = observation.Name,
            Materials = new()
            {
                Materials = { $"{County.Unit}/sessions/s9/materials/m1" },
                SpeechDrafts = { $"{County.Unit}/sessions/s9/materials/speech-1" },
                SentOn = "2023-09-05",
            },
        });
        var late = await county.Secretary.Observations.SendObservationMaterialsAsync(new()
        {
            Name = observation.Name, Materials = new() { SentOn = "2023-09-06" },
        });

        Assert.Equal(["materials.materials[0] NAME_INVALID", "materials.scheme NAME_INVALID"], foreign.Violations.Order());
        Assert.Equal($"{County.Unit}/sessions/s9/scheme", sent.Materials.Scheme);
        Assert.Empty(sent.Deliverables);
        await county.Host.DeliverAsync(new SchemeApproved($"{County.Unit}/sessions/s9", "xinxiang-kegong", "p-leader", 3));
        var approved = await county.Observer.Observations.GetObservationAsync(new() { Name = observation.Name });
        var document = Assert.Single(approved.Documents);
        Assert.Equal(
            (Deliverable.Scheme, $"{County.Unit}/sessions/s9/scheme", true),
            (document.Deliverable, document.Document, document.IsReference));
        Assert.Equal(("2023-09-05", false, true), (sent.MaterialsDueOn, sent.AreMaterialsLate, late.AreMaterialsLate));
    }

    [Fact]
    public async Task FeedbackSweep_FormNotHandedIn_AlertsByLevelOnce()
    {
        var observation = await county.GivenObservedAsync();

        await county.Host.SweepAsync(new DateOnly(2023, 9, 14));
        await county.Host.SweepAsync(new DateOnly(2023, 9, 20));
        await county.Host.SweepAsync(new DateOnly(2023, 9, 20));
        await county.Observer.Observations.SubmitFeedbackAsync(new() { Name = observation.Name });
        await county.Host.SweepAsync(new DateOnly(2023, 12, 20));

        Assert.Equal(("2023-09-19", true), (observation.FeedbackDueOn, observation.IsFeedbackOverdue));
        Assert.Equal(
            ["DUE_SOON", "OVERDUE"], (await county.Host.SentAsync<ObservationFeedbackDue>()).Select(alert => alert.Level));
    }

    [Fact]
    public async Task RecordObservation_WithAnOwnForm_AsksForItsLines()
    {
        await county.Publicity.Templates.PublishFormTemplateAsync(new()
        {
            Parent = County.Office,
            FormTemplate = new()
            {
                Title = "简表",
                EffectiveFrom = "2023-01-01",
                Lines =
                {
                    new FormTemplateLine { Key = "scheme", Part = FormPart.Organisation, Title = "有方案" },
                    new FormTemplateLine { Key = "own_line", Part = FormPart.System, Title = "本县要求" },
                },
            },
        });
        var observation = await county.GivenDatedAsync();
        var form = SitIns.Form();

        var refused = await Refusal.OfAsync(county.Observer.Observations.RecordObservationAsync(new()
        {
            Name = observation.Name, ObservedOn = "2023-09-12", Form = form,
        }));
        form.Indicators.Clear();
        form.Indicators.Add(new IndicatorAnswer { Key = "own_line", Answer = Answer.Partly });
        form.Indicators.Add(new IndicatorAnswer { Indicator = Indicator.Scheme, Answer = Answer.Yes });
        form.SignedBy.Add("王某");
        var recorded = await county.Observer.Observations.RecordObservationAsync(new()
        {
            Name = observation.Name, ObservedOn = "2023-09-12", Form = form,
        });
        var listed = await county.Publicity.Templates.ListFormTemplatesAsync(new() { Parent = County.Office });

        Assert.Equal("units/xinxiang/formTemplates/v1", observation.FormTemplate);
        Assert.Contains("form.indicators INDICATOR_MISSING", refused.Violations);
        Assert.Contains("form.indicators[0].indicator INDICATOR_UNKNOWN", refused.Violations);
        Assert.Equal(
            [("scheme", "有方案", Indicator.Scheme), ("own_line", "本县要求", Indicator.Unspecified)],
            recorded.Form.Indicators.Select(given => (given.Key, given.Title, given.Indicator)));
        Assert.Equal([2, 11], listed.FormTemplates.Select(template => template.Lines.Count));
    }
}

[Trait("Needs", "Servers")]
public sealed class PreparationOnServersTests : PreparationTests
{
    protected override Backing Backing => Backing.Servers;
}
