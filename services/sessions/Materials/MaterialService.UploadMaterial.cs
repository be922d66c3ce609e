using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Plain;
using StudySuite.Defaults.Requests;
using StudySuite.Files;
using StudySuite.Sessions.Archives;
using StudySuite.Sessions.Blobs;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Materials;

internal sealed partial class MaterialService
{
    public override async Task<V1.MaterialFile> UploadMaterial(
        IAsyncStreamReader<UploadMaterialRequest> requestStream, ServerCallContext context)
    {
        await requestStream.MoveNext(context.CancellationToken);
        var first = requestStream.Current;
        var upload = Upload.Check(first);
        await RequireOpenAsync(await db.FindSessionAsync(upload.Session, context), upload, context);
        if (context.GetHttpContext().Request.ContentLength > incoming.MaxBytes)
        {
            // Said before the bytes come: nobody waits for gigabytes to hear that they were too many.
            throw MaterialErrors.Refused(FileFault.TooLarge, incoming.MaxBytes);
        }

        using var received = await ReceiveAsync(new StreamedBytes<UploadMaterialRequest>(
            first, requestStream, message => message.Data.Memory), context.CancellationToken);
        var inspected = Inspect(received, first, context.CancellationToken);
        // A repeat brings the same bytes again: their hash stands for them.
        var whole = new UploadMaterialRequest(first) { Data = ByteString.CopyFromUtf8(received.Sha256) };

        return await once.RunAsync(
            context.Method, whole,
            () => db.InTransactionAsync(() => KeepAsync(upload, received, inspected, context), context.CancellationToken),
            context.CancellationToken);
    }

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

    private InspectedFile Inspect(ReceivedFile received, UploadMaterialRequest asked, CancellationToken cancellationToken)
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

    private async Task<V1.MaterialFile> KeepAsync(
        Upload upload, ReceivedFile received, InspectedFile inspected, ServerCallContext context)
    {
        var session = await LockAsync(upload.Session, context);
        await RequireOpenAsync(session, upload, context);
        var file = new MaterialFile(session.Unit, session.Id, ResourceName.NewId());
        file.Describe(
            upload.Part, upload.Title, FileNames.Clean(upload.FileName, inspected.Extension),
            $"people/{context.Caller().Person}");
        file.Hold(received, inspected);
        if (upload.IsAddendum)
        {
            await AddToArchiveAsync(file, context);
        }
        else if (upload.Part == ArchiveItemKind.Materials)
        {
            session.AddMaterial(new Material
            {
                Title = upload.Title,
                Kind = MaterialKind.File,
                File = file.ResourceName,
                Source = upload.Source,
                Volumes = upload.Volumes,
            });
        }

        await BlobLock.ShareAsync(db, context.CancellationToken);
        await blobs.KeepAsync(received, context.CancellationToken);
        db.Add(file);
        await db.SaveChangesAsync(context.CancellationToken);
        return ToProto(file);
    }

    /// <summary>Roll first, then session, as everywhere: archiving and other uploads wait.</summary>
    private async Task<StudySession> LockAsync(SessionName name, ServerCallContext context)
    {
        await rolls.TakeLockAsync(name, context.CancellationToken);
        await db.Sessions.Where(session => session.Unit == name.Unit && session.Id == name.Id).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.Version, session => session.Version), context.CancellationToken);
        db.ChangeTracker.Clear();
        return await db.FindSessionAsync(name, context);
    }

    /// <summary>An archive never changes; what comes later is a dated addendum.</summary>
    private Task AddToArchiveAsync(MaterialFile file, ServerCallContext context) => folder.AddAsync(
        new SessionName(file.Unit, file.Session), file.Part, file.Title, CanonicalJson.Of(ToProto(file)), clock.Today(),
        context.CancellationToken, context.Caller().Name, [ArchiveFolder.Of(file, 1)]);

    /// <summary>Whoever has study to make up brings what proves it, archived or not; members bring nothing else.</summary>
    private async Task RequireOpenAsync(StudySession session, Upload upload, ServerCallContext context)
    {
        var isSecretary = context.Caller().Has(Role.StudySecretary, context.Call().UnitPath!);
        var person = isSecretary ? null : context.Caller().Person;
        var isEvidence = upload is { Part: ArchiveItemKind.LeaveAndMakeUp, IsAddendum: false }
            && await HasOpenMakeUpAsync(session, person, context.CancellationToken);
        if (!isSecretary && !isEvidence)
        {
            throw MaterialErrors.NotYours();
        }

        if (!isEvidence)
        {
            RequireOpen(session, upload.Part, upload.IsAddendum);
        }
    }

    private Task<bool> HasOpenMakeUpAsync(StudySession session, string? person, CancellationToken cancellationToken) =>
        db.MakeUps.AnyAsync(
            m => m.Unit == session.Unit && m.Session == session.Id && (person == null || m.Person == person)
                && (m.State == MakeUpState.Assigned || m.State == MakeUpState.Submitted),
            cancellationToken);

    private static void RequireOpen(StudySession session, ArchiveItemKind part, bool isAddendum = false)
    {
        if (isAddendum)
        {
            session.Require(SessionState.Archived);
        }
        else if (part == ArchiveItemKind.Materials)
        {
            session.Require(SessionState.Planned, SessionState.Postponed);
        }
        else if (session.State is SessionState.Cancelled or SessionState.Archived)
        {
            throw SessionErrors.WrongState(session);
        }
    }
}
