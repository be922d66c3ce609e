using Google.Api;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Plain;
using StudySuite.Defaults.Requests;
using StudySuite.Files;
using StudySuite.Sessions.Activities;
using StudySuite.Sessions.Materials;
using StudySuite.Sessions.V1;
using Activity = StudySuite.Sessions.Activities.Activity;

namespace StudySuite.Sessions.ActivityFiles;

internal sealed partial class ActivityFileService(
    SessionsDbContext db, Incoming incoming, [FromKeyedServices(SessionsModule.Shelf)] IBlobs blobs,
    RequestOnce<SessionsDbContext> once) : V1.ActivityFileService.ActivityFileServiceBase
{
    private const string ActivityPattern = "units/{unit}/activities/{activity}";

    public override async Task<ListActivityFilesResponse> ListActivityFiles(
        ListActivityFilesRequest request, ServerCallContext context)
    {
        var activity = await FindActivityAsync(request.Parent, "parent", context);
        var files = SeesFiles(activity, context) ? await FilesOf(activity).ToListAsync(context.CancellationToken) : [];

        return new ListActivityFilesResponse { Files = { files.Select(ToProto) } };
    }

    public override async Task DownloadActivityFile(
        DownloadActivityFileRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
    {
        var (_, file) = await FindAsync(request.Name, context);
        new Violations().Range("offset", request.Offset, 0, file.Length).ThrowIfAny();

        await using var bytes = await blobs.OpenAsync(file.Sha256, request.Offset, context.CancellationToken)
            ?? throw MaterialErrors.Damaged(request.Name);
        await using var pieces = new BodyPieces(responseStream, file.ContentType);
        await bytes.CopyToAsync(pieces, context.CancellationToken);
    }

    /// <summary>The same over plain HTTP, which knows ranges.</summary>
    public async Task SendAsync(DownloadActivityFileRequest request, ServerCallContext context)
    {
        var (_, file) = await FindAsync(request.Name, context);

        await FileAnswer.SendAsync(
            context.GetHttpContext(), new FileAnswer(file.FileName, file.ContentType, file.Sha256, file.Length),
            async from => await blobs.OpenAsync(file.Sha256, from, context.CancellationToken)
                ?? throw MaterialErrors.Damaged(request.Name));
    }

    public override async Task<Empty> DeleteActivityFile(DeleteActivityFileRequest request, ServerCallContext context)
    {
        var (activity, file) = await FindAsync(request.Name, context);
        RequireChangeable(activity, context);

        db.Remove(file);
        await db.SaveChangesAsync(context.CancellationToken);

        return new Empty();
    }

    private async Task<Activity> FindActivityAsync(string name, string field, ServerCallContext context) =>
        await db.FindActivityAsync(ResourceName.Parse(ActivityPattern, name, field)[1], context)
            ?? throw ActivityErrors.NotFound(name);

    private async Task<(Activity Activity, ActivityFile File)> FindAsync(string name, ServerCallContext context)
    {
        var parts = ResourceName.Parse($"{ActivityPattern}/files/{{file}}", name);
        var activity = await FindActivityAsync($"units/{parts[0]}/activities/{parts[1]}", "name", context);
        var file = SeesFiles(activity, context)
            ? await FilesOf(activity).SingleOrDefaultAsync(f => f.Id == parts[2], context.CancellationToken)
            : null;
        return (activity, file ?? throw MaterialErrors.NotFound(name));
    }

    private IQueryable<ActivityFile> FilesOf(Activity activity) => db.ActivityFiles
        .Where(file => file.Unit == activity.Unit && file.Activity == activity.Id).OrderBy(file => file.Id);

    private static bool SeesFiles(Activity activity, ServerCallContext context) =>
        !activity.HasOwnFiles || context.MayChange(activity);

    private static void RequireChangeable(Activity activity, ServerCallContext context)
    {
        if (!context.MayChange(activity))
        {
            throw ActivityErrors.NotYours();
        }

        activity.RequireInForce();
    }

    private static V1.ActivityFile ToProto(ActivityFile file) => new()
    {
        Name = file.ResourceName,
        Title = file.Title,
        FileName = file.FileName,
        ContentType = file.ContentType,
        Length = file.Length,
        Sha256 = file.Sha256,
        UploadedBy = $"people/{file.UploadedBy}",
        CreateTime = file.CreatedAt.ToTimestamp(),
    };
}
