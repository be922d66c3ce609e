using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Tests.Observations;

/// <summary>Brings a sit-in to where a test begins.</summary>
internal static class SitIns
{
    public static Observation New(string announcedOn = "2023-09-01") => new()
    {
        Organiser = County.Office, Observers = { "people/p-observer" }, AnnouncedOn = announcedOn,
    };

    public static async Task<Observation> GivenAnnouncedAsync(this County county) =>
        await county.Publicity.Observations.CreateObservationAsync(new() { Parent = County.Unit, Observation = New() });

    public static async Task<Observation> GivenDatedAsync(this County county)
    {
        var observation = await county.GivenAnnouncedAsync();
        return await county.Secretary.Observations.FixObservationDateAsync(new()
        {
            Name = observation.Name, Session = $"{County.Unit}/sessions/s9", DatedFor = "2023-09-12", Place = "三楼会议室", FixedOn = "2023-09-04",
        });
    }

    public static async Task<Observation> GivenObservedAsync(this County county)
    {
        var observation = await county.GivenDatedAsync();
        return await county.Observer.Observations.RecordObservationAsync(new()
        {
            Name = observation.Name, ObservedOn = "2023-09-12", Form = Form(),
        });
    }

    public static async Task<Observation> GivenApprovedAsync(this County county)
    {
        var observation = await county.GivenObservedAsync();
        await county.Observer.Observations.SubmitFeedbackAsync(new() { Name = observation.Name });
        return await county.Publicity.Observations.ApproveFeedbackAsync(new()
        {
            Name = observation.Name, ApprovedOn = "2023-09-15",
        });
    }

    /// <summary>A text file whose only content is its name.</summary>
    public static async Task<ObservationFile> UploadAsync(
        this Caller caller, Observation observation, Deliverable deliverable, string fileName)
    {
        using var call = caller.Files.UploadObservationFile();
        await call.RequestStream.WriteAsync(new()
        {
            Parent = observation.Name,
            FileName = fileName,
            Deliverable = deliverable,
            Data = Google.Protobuf.ByteString.CopyFromUtf8(fileName),
        });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    public static ObservationForm Form()
    {
        var form = new ObservationForm
        {
            Methods = { ObservationMethod.FullSession },
            OverallEvaluation = "组织规范",
            Highlights = "研讨充分",
            Problems =
            {
                new FormProblem { Text = "学习记录不完整", Category = "学习记录" },
                new FormProblem { Text = "发言联系实际不够", Category = "研讨发言", RuleReference = "规则第八条" },
            },
        };
        form.Indicators.AddRange(Enum.GetValues<Indicator>().Where(indicator => indicator != 0)
            .Select(indicator => new IndicatorAnswer { Indicator = indicator, Answer = Answer.Yes }));
        return form;
    }
}
