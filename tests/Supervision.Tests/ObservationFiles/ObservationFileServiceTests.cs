using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Events;
using StudySuite.Files;
using StudySuite.Supervision.Tests.Observations;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.ObservationFiles;

public class ObservationFileServiceTests : IAsyncLifetime
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
    public async Task ApproveFeedback_TheForm_IsKeptAsADocumentOfWhatWasEntered()
    {
        var observation = await county.GivenApprovedAsync();
        var form = Assert.Single((await county.Observer.Files.ListObservationFilesAsync(new() { Parent = observation.Name })).Files);

        var hidden = await Refusal.OfAsync(county.Secretary.Files.GetObservationFileAsync(new() { Name = form.Name }));
        var stays = await Refusal.OfAsync(county.Publicity.Files.DeleteObservationFileAsync(new() { Name = form.Name }));
        await county.Publicity.Observations.IssueFeedbackAsync(new() { Name = observation.Name });
        var bytes = await county.Secretary.Http.GetByteArrayAsync($"/supervision/v1/{form.Name}:download");

        Assert.Equal((Deliverable.FeedbackForm, true, "people/p-publicity"), (form.Deliverable, form.IsGenerated, form.UploadedBy));
        Assert.Equal(("OBSERVATION_FILE_NOT_FOUND", "FILE_IS_GENERATED"), (hidden.Reason, stays.Reason));
        Assert.Equal(form.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        var text = file.MainDocumentPart!.Document!.InnerText;
        Assert.All(
            ["列席旁听情况反馈表", "县科工局", "☑是", "组织规范", "研讨充分", "学习记录不完整"],
            entered => Assert.Contains(entered, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CloseObservation_WhatTheUnitEnteredForTheSession_IsNotAskedForAgain()
    {
        var observation = await county.GivenDatedAsync();
        await county.Secretary.Observations.SendObservationMaterialsAsync(new() { Name = observation.Name, Materials = new() { SentOn = "2023-09-05" } });
        await county.Observer.Observations.RecordObservationAsync(new() { Name = observation.Name, ObservedOn = "2023-09-12", Form = SitIns.Form() });
        await county.Observer.Observations.SubmitFeedbackAsync(new() { Name = observation.Name });
        await county.Publicity.Observations.ApproveFeedbackAsync(new() { Name = observation.Name, ApprovedOn = "2023-09-15" });
        await county.Publicity.Observations.IssueFeedbackAsync(new() { Name = observation.Name, IssuedOn = "2023-09-16" });
        await county.Host.DeliverAsync(new SchemeApproved($"{County.Unit}/sessions/s9", "xinxiang-kegong", "p-leader", 3));
        var early = await Refusal.OfAsync(county.Publicity.Observations.CloseObservationAsync(new() { Name = observation.Name }));
        await county.Host.DeliverAsync(new SessionCompleted(
            $"{County.Unit}/sessions/s9", "xinxiang-kegong", new DateOnly(2023, 9, 12), 7, 2));

        var closed = await county.Publicity.Observations.CloseObservationAsync(new() { Name = observation.Name, ClosedOn = "2023-09-20" });

        Assert.Equal("DELIVERABLES_MISSING", early.Reason);
        Assert.Equal(
            [$"{County.Unit}/sessions/s9/scheme", $"{County.Unit}/sessions/s9/record"],
            closed.Documents.Where(document => document.IsReference).Select(document => document.Document));
        Assert.StartsWith(
            $"{observation.Name}/files/", Assert.Single(closed.Documents, document => !document.IsReference).Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UploadObservationFile_OverHttp_IsGuardedAndTakesEffectOnce()
    {
        var observation = await county.GivenDatedAsync();
        const string Query = "?fileName=记录.txt&deliverable=DELIVERABLE_MINUTES_COPY&requestId=minutes-copy-1";

        var first = await PostAsync(county.Secretary, observation, Query);
        var again = await PostAsync(county.Secretary, observation, Query);
        var form = await PostAsync(county.Secretary, observation, "?fileName=表.txt&deliverable=DELIVERABLE_FEEDBACK_FORM");
        var stranger = await PostAsync(new Caller(county.Host, "p-stranger", "Observer:/xinxiang/*"), observation, "?fileName=a.txt");
        var foreign = await PostAsync(county.OtherSecretary, observation, "?fileName=a.txt");
        var leader = await PostAsync(county.Leader, observation, "?fileName=a.txt");
        var secret = await PostAsync(county.Observer, observation, "?fileName=a.txt", "机密★十年");
        var program = await PostAsync(county.Observer, observation, "?fileName=机密★.pdf&deliverable=NONE", "\u0001\u0002");

        Assert.Equal((200, first.Body), (first.Status, again.Body));
        Assert.Equal((403, "NOT_AN_OBSERVER"), (form.Status, form.Reason));
        Assert.Equal((403, "NOT_AN_OBSERVER"), (stranger.Status, stranger.Reason));
        Assert.Equal((404, "UNIT_NOT_FOUND"), (foreign.Status, foreign.Reason));
        Assert.Equal((403, "ROLE_MISSING"), (leader.Status, leader.Reason));
        Assert.Contains("FILE_HAS_SECRET_MARK", secret.Body, StringComparison.Ordinal);
        Assert.All(["SECRET_MARK", "ENUM_UNKNOWN"], reason => Assert.Contains(reason, program.Body, StringComparison.Ordinal));
        Assert.Single((await county.Supervision.Files.ListObservationFilesAsync(new() { Parent = observation.Name })).Files);
    }

    [Fact]
    public async Task DeleteObservationFile_UntilTheClosing_ByWhoUploadedIt()
    {
        var observation = await county.GivenApprovedAsync();
        await county.Publicity.Observations.IssueFeedbackAsync(new() { Name = observation.Name });
        var scheme = await county.Secretary.UploadAsync(observation, Deliverable.Scheme, "方案.txt");
        var wrong = await county.Observer.UploadAsync(observation, Deliverable.MinutesCopy, "错.txt");
        var notOwn = await Refusal.OfAsync(county.Secretary.Files.DeleteObservationFileAsync(new() { Name = wrong.Name }));
        await county.Observer.Files.DeleteObservationFileAsync(new() { Name = wrong.Name });
        var missing = await Refusal.OfAsync(county.Publicity.Observations.CloseObservationAsync(new() { Name = observation.Name }));
        await county.Observer.UploadAsync(observation, Deliverable.MinutesCopy, "记录.txt");
        await county.Publicity.Observations.CloseObservationAsync(new() { Name = observation.Name });

        var late = await Refusal.OfAsync(county.Secretary.Files.DeleteObservationFileAsync(new() { Name = scheme.Name }));
        var more = await Assert.ThrowsAsync<RpcException>(() => county.Observer.UploadAsync(observation, Deliverable.Unspecified, "后补.txt"));

        Assert.Equal(("FILE_NOT_OWN", "DELIVERABLES_MISSING"), (notOwn.Reason, missing.Reason));
        Assert.Equal(("OBSERVATION_FILES_NOT_OPEN", StatusCode.FailedPrecondition), (late.Reason, more.StatusCode));
    }

    [Fact]
    public async Task DownloadObservationFile_ByStream_BringsTheBytesFromTheOffset()
    {
        var observation = await county.GivenDatedAsync();
        var file = await county.Secretary.UploadAsync(observation, Deliverable.Scheme, "../方案.exe");
        using var call = county.Observer.Files.DownloadObservationFile(new() { Name = file.Name, Offset = 3 });
        var bytes = new MemoryStream();
        await foreach (var piece in call.ResponseStream.ReadAllAsync())
        {
            piece.Data.WriteTo(bytes);
        }

        Assert.Equal(("方案.txt", "方案"), (file.FileName, file.Title));
        Assert.Equal("方案.exe", Encoding.UTF8.GetString(bytes.ToArray()));
    }

    [Fact]
    public async Task Upkeep_OfAFileTakenAway_RemovesItsBytesAndNoOthers()
    {
        var observation = await county.GivenDatedAsync();
        var kept = await county.Secretary.UploadAsync(observation, Deliverable.Scheme, "方案.txt");
        var gone = await county.Secretary.UploadAsync(observation, Deliverable.MinutesCopy, "错.txt");
        await county.Secretary.Files.DeleteObservationFileAsync(new() { Name = gone.Name });

        // A day without its ticks: only the hour that brings the next clean-up is lived through.
        county.Clock.AdjustTime(county.Clock.GetUtcNow().AddHours(25));
        county.Clock.Advance(TimeSpan.FromHours(1));

        await Wait.UntilAsync(async () => (await StoredAsync()).SequenceEqual([kept.Sha256]), "the orphan to go");
    }

    private async Task<List<string>> StoredAsync()
    {
        var found = new List<string>();
        var blobs = county.Host.Services.GetRequiredKeyedService<IBlobs>("supervision");
        await foreach (var blob in blobs.ListAsync(CancellationToken.None))
        {
            found.Add(blob.Sha256);
        }

        return found;
    }

    private static async Task<(int Status, string Reason, string Body)> PostAsync(
        Caller caller, Observation observation, string query, string text = "学习记录复印件")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        using var answer = await caller.Http.PostAsync($"/supervision/v1/{observation.Name}/files:upload{query}", content);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var reason = !body.TryGetProperty("details", out var details) ? "" : details.EnumerateArray()
            .Select(detail => detail.TryGetProperty("reason", out var why) ? why.GetString()! : "").FirstOrDefault(why => why.Length > 0, "");
        return ((int)answer.StatusCode, reason, body.GetRawText());
    }
}

[Trait("Needs", "Servers")]
public sealed class ObservationFileServiceOnServersTests : ObservationFileServiceTests
{
    protected override Backing Backing => Backing.Servers;
}
