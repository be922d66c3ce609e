using Grpc.Core;
using StudySuite.Demo.Access;
using StudySuite.Supervision.V1;
using Campaigns = StudySuite.Supervision.V1.ObservationCampaignService.ObservationCampaignServiceClient;
using Observations = StudySuite.Supervision.V1.ObservationService.ObservationServiceClient;

namespace StudySuite.Suite.Tests.Inspection;

/// <summary>A round of sit-ins through the gateway, by gRPC and REST: campaign, sit-in, documents, closing, matrix.</summary>
public abstract class CampaignTests(ISuite suite) : IDisposable
{
    private const string County = "units/xinxiang";
    private const string Unit = "units/xinxiang-hehe";
    private readonly string id = $"round-{Guid.CreateVersion7():n}";
    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    private Observations As(string user) => new(cast[user].Calls);

    [Fact]
    public async Task Campaign_FromTheTrainingToTheClosing_CoversTheUnit()
    {
        var campaigns = new Campaigns(cast["publicity"].Calls);
        var conflict = await Assert.ThrowsAsync<RpcException>(async () => await campaigns.CreateObservationCampaignAsync(New("hehe-leader")));
        var campaign = await campaigns.CreateObservationCampaignAsync(New("observer"));
        var untrained = await Assert.ThrowsAsync<RpcException>(async () => await campaigns.StartObservationCampaignAsync(new() { Name = campaign.Name }));
        await campaigns.RecordTrainingAsync(new() { Name = campaign.Name, Training = new() { HeldOn = "2024-02-26", Note = "旁听要点" } });
        await campaigns.StartObservationCampaignAsync(new() { Name = campaign.Name });
        var open = await Assert.ThrowsAsync<RpcException>(async () => await campaigns.CloseObservationCampaignAsync(new() { Name = campaign.Name }));

        var name = $"{Unit}/observations/{id}";
        await ObserveAsync(name);
        await DocumentAsync(name);
        await As("publicity").CloseObservationAsync(new() { Name = name, ClosedOn = "2024-04-10" });
        var closed = await campaigns.CloseObservationCampaignAsync(new() { Name = campaign.Name });
        using var rest = await suite.RestAsync(cast["supervision"]);
        var matrix = await rest.JsonAsync($"supervision/v1/{County}/coverageMatrix?fromYear=2024&toYear=2024");

        Assert.Contains("OBSERVER_IS_MEMBER", conflict.Violations(), StringComparison.Ordinal);
        Assert.Equal(("TRAINING_MISSING", "OBSERVATIONS_OPEN"), (untrained.Reason(), open.Reason()));
        Assert.Equal(CampaignState.Closed, closed.State);
        var row = matrix.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("unit").GetString() == Unit);
        Assert.True(row.GetProperty("isCovered").GetBoolean());
        Assert.Contains(name, row.GetProperty("cells")[0].GetProperty("observations").EnumerateArray().Select(cell => cell.GetString()));
        await ExpectWarningAsync(name);
    }

    /// <summary>Announced, dated, prepared, sat in, handed in, sent back, handed in again, approved and issued.</summary>
    private async Task ObserveAsync(string name)
    {
        var hidden = await Assert.ThrowsAsync<RpcException>(async () => await As("hehe-secretary").GetObservationAsync(new() { Name = name }));
        await As("publicity").AnnounceObservationAsync(new() { Name = name, AnnouncedOn = "2024-03-01" });
        var skipped = await Assert.ThrowsAsync<RpcException>(async () => await As("observer").RecordObservationAsync(Form(name)));
        await As("hehe-secretary").FixObservationDateAsync(new()
        {
            Name = name, Session = $"{Unit}/sessions/{id}", DatedFor = "2024-03-20", FixedOn = "2024-03-04", Place = "三楼会议室",
        });
        await As("observer").RecordObservationAsync(Form(name));
        await As("observer").SubmitFeedbackAsync(new() { Name = name });
        await As("publicity").ReturnFeedbackAsync(new() { Name = name, Reason = "问题写具体" });
        await As("observer").RecordObservationAsync(Form(name));
        await As("observer").SubmitFeedbackAsync(new() { Name = name });
        await As("publicity").ApproveFeedbackAsync(new() { Name = name, ApprovedOn = "2024-03-25" });
        var early = await As("hehe-secretary").GetObservationAsync(new() { Name = name });
        await As("publicity").IssueFeedbackAsync(new() { Name = name, IssuedOn = "2024-03-26" });

        Assert.Equal(("OBSERVATION_NOT_FOUND", "OBSERVATION_NOT_DATED"), (hidden.Reason(), skipped.Reason()));
        Assert.Null(early.Form);
    }

    /// <summary>The three deliverables are documents: two scans come over REST, the form is made by the suite.</summary>
    private async Task DocumentAsync(string name)
    {
        using var secretary = await suite.RestAsync(cast["hehe-secretary"]);
        using var observer = await suite.RestAsync(cast["observer"]);
        using var foreign = await suite.RestAsync(cast["kegong-secretary"]);
        var files = $"supervision/v1/{name}/files";
        var missing = await Assert.ThrowsAsync<RpcException>(async () => await As("publicity").CloseObservationAsync(new() { Name = name }));
        var denied = await foreign.UploadAsync($"{files}:upload?fileName=方案.txt&deliverable=DELIVERABLE_SCHEME", "方案");
        await secretary.UploadAsync($"{files}:upload?fileName=方案.txt&deliverable=DELIVERABLE_SCHEME", "学习方案");
        await observer.UploadAsync($"{files}:upload?fileName=记录.txt&deliverable=DELIVERABLE_MINUTES_COPY", "学习记录");

        var listed = (await secretary.JsonAsync(files)).GetProperty("files").EnumerateArray().ToList();
        var form = listed.Single(file => file.GetProperty("isGenerated").GetBoolean());
        var document = await secretary.GetByteArrayAsync($"supervision/v1/{form.GetProperty("name").GetString()}:download");

        Assert.Equal(("DELIVERABLES_MISSING", 404, "UNIT_NOT_FOUND"), (missing.Reason(), denied.Status, denied.Reason));
        Assert.Equal(3, listed.Count);
        Assert.Equal("PK"u8.ToArray(), document[..2]);
        Assert.Equal(form.GetProperty("length").GetInt64(), document.Length);
    }

    private async Task ExpectWarningAsync(string earlier)
    {
        var again = await As("publicity").CreateObservationAsync(new()
        {
            Parent = Unit,
            Observation = new() { Organiser = County, Observers = { "people/observer" }, AnnouncedOn = "2024-05-06" },
        });

        Assert.Contains(again.Warnings, warning => warning.Kind == ObservationWarningKind.SameHalfYear && warning.Related == earlier);
    }

    private CreateObservationCampaignRequest New(string observer) => new()
    {
        Parent = County,
        ObservationCampaignId = id,
        ObservationCampaign = new()
        {
            Title = "2024年巡听旁听", From = "2024-03-01", To = "2024-06-30", Points = "看组织",
            Teams = { new ObserverTeam { Title = "一组", Observers = { $"people/{observer}" }, Units = { Unit } } },
        },
    };

    private static RecordObservationRequest Form(string name)
    {
        var form = new ObservationForm
        {
            Methods = { ObservationMethod.FullSession }, OverallEvaluation = "组织规范", Highlights = "研讨充分",
            Problems = { new FormProblem { Text = "记录不完整", Category = "学习记录" } }, OnSpotComment = "讲得实",
        };
        form.Indicators.AddRange(Enum.GetValues<Indicator>().Where(indicator => indicator != 0)
            .Select(indicator => new IndicatorAnswer { Indicator = indicator, Answer = Supervision.V1.Answer.Yes }));
        return new() { Name = name, ObservedOn = "2024-03-20", Form = form };
    }
}
