using Google.Protobuf;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Plain;
using StudySuite.Defaults.Requests;
using StudySuite.Files;
using StudySuite.Supervision.ObservationFiles;
using StudySuite.Supervision.Rectification;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.EvidenceFiles;

internal sealed partial class EvidenceFileService
{
    public override async Task<V1.EvidenceFile> UploadEvidenceFile(
        IAsyncStreamReader<UploadEvidenceFileRequest> requestStream, ServerCallContext context)
    {
        await requestStream.MoveNext(context.CancellationToken);
        var first = requestStream.Current;
        Check(first);
        var notice = await db.FindNoticeAsync(first.Parent, context, "parent");
        if (!notice.AwaitsReport())
        {
            throw NoticeErrors.NotAwaitingReport(notice);
        }

        if (first.Item != 0 && !notice.Items.Exists(item => item.Number == first.Item))
        {
            throw EvidenceFileErrors.ItemUnknown();
        }

        using var received = await shelf.ReceiveAsync(
            new StreamedBytes<UploadEvidenceFileRequest>(first, requestStream, message => message.Data.Memory),
            context.CancellationToken);
        var inspected = shelf.Inspect(received, context.CancellationToken);
        var isInternal = inspected.IsInternal || SecrecyMarks.IsInternal(first.FileName) || SecrecyMarks.IsInternal(first.Title);
        if (isInternal && !first.ConfirmInternal)
        {
            throw FileErrors.MarkedInternal();
        }

        // A repeat brings the same bytes again: their hash stands for them.
        var whole = new UploadEvidenceFileRequest(first) { Data = ByteString.CopyFromUtf8(received.Sha256) };
        return await once.RunAsync(
            context.Method, whole, () => KeepAsync(first, received, inspected, context), context.CancellationToken);
    }

    private async Task<V1.EvidenceFile> KeepAsync(
        UploadEvidenceFileRequest asked, ReceivedFile received, InspectedFile inspected, ServerCallContext context)
    {
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        var notice = await FindOpenAsync(asked.Parent, context);
        var fileName = FileNames.Clean(asked.FileName, inspected.Extension);
        var file = new EvidenceFile(notice.Unit, notice.Id, ResourceName.NewId())
        {
            Item = asked.Item,
            Round = notice.Round,
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

    private static void Check(UploadEvidenceFileRequest asked) => new Violations()
        .Text("file_name", asked.FileName, 255)
        .OptionalText("title", asked.Title)
        .AddIf(SecrecyMarks.IsSecret(asked.FileName), "file_name", "SECRET_MARK")
        .AddIf(SecrecyMarks.IsSecret(asked.Title), "title", "SECRET_MARK")
        .ThrowIfAny();
}
