using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Supervision.ObservationFiles;
using StudySuite.Supervision.Papers;
using StudySuite.Supervision.V1;
using ObservationFile = StudySuite.Supervision.ObservationFiles.ObservationFile;

namespace StudySuite.Supervision.Observations;

/// <summary>Keeps the approved feedback form as the document it is, made of what was entered.</summary>
internal sealed class FormKeeper(SupervisionDbContext db, FileShelf shelf)
{
    private const string Title = "列席旁听情况反馈表";

    /// <summary>Call within a transaction and save in it.</summary>
    public async Task KeepAsync(Observation observation, CancellationToken cancellationToken)
    {
        var document = await db.FormDocumentAsync(observation, observation.Form, cancellationToken);
        var download = document.ToDownload(FileForm.Docx, Title);
        using var bytes = new MemoryStream(download.Bytes.ToArray());
        using var received = await shelf.ReceiveAsync(bytes, cancellationToken);
        var file = new ObservationFile(observation.Unit, observation.Id, ResourceName.NewId())
        {
            Deliverable = Deliverable.FeedbackForm,
            Title = Title,
            FileName = download.Name,
            IsGenerated = true,
            UploadedBy = observation.ApprovedBy,
        };
        file.Hold(received, download.ContentType, 0);
        await shelf.KeepAsync(file, received, cancellationToken);
    }
}
