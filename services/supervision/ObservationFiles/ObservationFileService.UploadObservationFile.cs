using Google.Protobuf;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Plain;
using StudySuite.Defaults.Requests;
using StudySuite.Files;
using StudySuite.Supervision.Observations;
using StudySuite.Supervision.V1;
using Observation = StudySuite.Supervision.Observations.Observation;

namespace StudySuite.Supervision.ObservationFiles;

internal sealed partial class ObservationFileService
{
    public override async Task<V1.ObservationFile> UploadObservationFile(
        IAsyncStreamReader<UploadObservationFileRequest> requestStream, ServerCallContext context)
    {
        await requestStream.MoveNext(context.CancellationToken);
        var first = requestStream.Current;
        Check(first);
        var observation = await db.FindObservationAsync(first.Parent, context, "parent");
        observation.RequireOpenForFiles();
        RequireMay(observation, first.Deliverable, context);

        using var received = await shelf.ReceiveAsync(
            new StreamedBytes<UploadObservationFileRequest>(first, requestStream, message => message.Data.Memory),
            context.CancellationToken);
        var inspected = shelf.Inspect(received, context.CancellationToken);
        var isInternal = inspected.IsInternal || SecrecyMarks.IsInternal(first.FileName) || SecrecyMarks.IsInternal(first.Title);
        if (isInternal && !first.ConfirmInternal)
        {
            throw FileErrors.MarkedInternal();
        }

        // A repeat brings the same bytes again: their hash stands for them.
        var whole = new UploadObservationFileRequest(first) { Data = ByteString.CopyFromUtf8(received.Sha256) };
        return await once.RunAsync(
            context.Method, whole, () => KeepAsync(first, received, inspected, context), context.CancellationToken);
    }

    private async Task<V1.ObservationFile> KeepAsync(
        UploadObservationFileRequest asked, ReceivedFile received, InspectedFile inspected, ServerCallContext context)
    {
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        var observation = await FindOpenAsync(asked.Parent, context);
        var fileName = FileNames.Clean(asked.FileName, inspected.Extension);
        var file = new ObservationFile(observation.Unit, observation.Id, ResourceName.NewId())
        {
            Deliverable = asked.Deliverable,
            Title = asked.Title.Length > 0 ? asked.Title : Path.GetFileNameWithoutExtension(fileName),
            FileName = fileName,
            UploadedBy = context.Caller().Person,
        };
        file.Hold(received, inspected.ContentType, inspected.Pages);
        await shelf.KeepAsync(file, received, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(context.CancellationToken);
        }

        return ToProto(file);
    }

    private static void Check(UploadObservationFileRequest asked) => new Violations()
        .Text("file_name", asked.FileName, 255)
        .OptionalText("title", asked.Title)
        .AddIf(!Enum.IsDefined(asked.Deliverable), "deliverable", "ENUM_UNKNOWN", ("value", asked.Deliverable.ToString()))
        .AddIf(SecrecyMarks.IsSecret(asked.FileName), "file_name", "SECRET_MARK")
        .AddIf(SecrecyMarks.IsSecret(asked.Title), "title", "SECRET_MARK")
        .ThrowIfAny();

    /// <summary>The unit brings its own papers; the feedback is the observers'.</summary>
    private static void RequireMay(Observation observation, Deliverable deliverable, ServerCallContext context)
    {
        var (path, caller) = (context.Call().UnitPath!, context.Caller());
        var isObservers = observation.Observers.Contains(caller.Person) || caller.Has(Role.Publicity, path);
        var isUnits = caller.Has(Role.StudySecretary, path) && deliverable != Deliverable.FeedbackForm;
        if (!isObservers && !isUnits)
        {
            throw ObservationErrors.NotAnObserver(observation);
        }
    }
}
