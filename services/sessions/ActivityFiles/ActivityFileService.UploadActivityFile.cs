using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Plain;
using StudySuite.Defaults.Requests;
using StudySuite.Files;
using StudySuite.Sessions.Activities;
using StudySuite.Sessions.Blobs;
using StudySuite.Sessions.Materials;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.ActivityFiles;

internal sealed partial class ActivityFileService
{
    private const int MostFiles = 20;

    public override async Task<V1.ActivityFile> UploadActivityFile(
        IAsyncStreamReader<UploadActivityFileRequest> requestStream, ServerCallContext context)
    {
        await requestStream.MoveNext(context.CancellationToken);
        var first = requestStream.Current;
        Check(first);
        RequireChangeable(await FindActivityAsync(first.Parent, "parent", context), context);

        using var received = await ReceiveAsync(new StreamedBytes<UploadActivityFileRequest>(
            first, requestStream, message => message.Data.Memory), context.CancellationToken);
        var inspected = Inspect(received, first, context.CancellationToken);
        // A repeat brings the same bytes again: their hash stands for them.
        var whole = new UploadActivityFileRequest(first) { Data = ByteString.CopyFromUtf8(received.Sha256) };

        return await once.RunAsync(
            context.Method, whole,
            () => db.InTransactionAsync(() => KeepAsync(first, received, inspected, context), context.CancellationToken),
            context.CancellationToken);
    }

    private static void Check(UploadActivityFileRequest asked) => new Violations()
        .Text("file_name", asked.FileName, 255)
        .OptionalText("title", asked.Title)
        .AddIf(SecrecyMarks.IsSecret(asked.FileName), "file_name", "SECRET_MARK")
        .AddIf(SecrecyMarks.IsSecret(asked.Title), "title", "SECRET_MARK")
        .ThrowIfAny();

    private async Task<ReceivedFile> ReceiveAsync(Stream bytes, CancellationToken cancellationToken)
    {
        try
        {
            return await incoming.ReceiveAsync(bytes, incoming.MaxBytes, cancellationToken);
        }
        catch (FileRefusedException refused)
        {
            throw MaterialErrors.Refused(refused.Fault, incoming.MaxBytes);
        }
    }

    private InspectedFile Inspect(ReceivedFile received, UploadActivityFileRequest asked, CancellationToken cancellationToken)
    {
        try
        {
            var inspected = FileInspector.Inspect(received.Path, cancellationToken);
            var isInternal = inspected.IsInternal || SecrecyMarks.IsInternal(asked.FileName) || SecrecyMarks.IsInternal(asked.Title);
            return !isInternal || asked.ConfirmInternal ? inspected : throw MaterialErrors.MarkedInternal();
        }
        catch (FileRefusedException refused)
        {
            throw MaterialErrors.Refused(refused.Fault, incoming.MaxBytes);
        }
    }

    private async Task<V1.ActivityFile> KeepAsync(
        UploadActivityFileRequest asked, ReceivedFile received, InspectedFile inspected, ServerCallContext context)
    {
        var activity = await FindActivityAsync(asked.Parent, "parent", context);
        // The activity's row is the lock under which uploads and its withdrawal take turns.
        await db.Activities.Where(a => a.Unit == activity.Unit && a.Id == activity.Id).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Version, a => a.Version), context.CancellationToken);
        await db.Entry(activity).ReloadAsync(context.CancellationToken);
        RequireChangeable(activity, context);
        if (await FilesOf(activity).CountAsync(context.CancellationToken) >= MostFiles)
        {
            throw ActivityErrors.FilesFull(activity);
        }

        var fileName = FileNames.Clean(asked.FileName, inspected.Extension);
        var file = new ActivityFile(activity.Unit, activity.Id, ResourceName.NewId());
        file.Describe(
            asked.Title.Length > 0 ? asked.Title : Path.GetFileNameWithoutExtension(fileName), fileName, context.Caller().Person);
        file.Hold(received, inspected);
        await BlobLock.ShareAsync(db, context.CancellationToken);
        await blobs.KeepAsync(received, context.CancellationToken);
        db.Add(file);
        await db.SaveChangesAsync(context.CancellationToken);
        return ToProto(file);
    }
}
