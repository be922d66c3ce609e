using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.Observations;
using StudySuite.Supervision.V1;
using Observation = StudySuite.Supervision.Observations.Observation;
using ObservationState = StudySuite.Supervision.Observations.ObservationState;

namespace StudySuite.Supervision.ObservationFiles;

internal sealed partial class ObservationFileService(
    SupervisionDbContext db, FileShelf shelf, RequestOnce<SupervisionDbContext> once)
    : V1.ObservationFileService.ObservationFileServiceBase
{
    public override async Task<V1.ObservationFile> GetObservationFile(
        GetObservationFileRequest request, ServerCallContext context) => ToProto(await FindAsync(request.Name, context));

    public override async Task<ListObservationFilesResponse> ListObservationFiles(
        ListObservationFilesRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var observation = await db.FindObservationAsync(request.Parent, context, "parent");
        var files = Seen(observation, context).AsNoTracking();
        if (Paging.After<string>(request.PageToken) is { } after)
        {
            files = files.Where(file => file.Id.CompareTo(after) > 0);
        }

        var read = await files.OrderBy(file => file.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, file => file.Id);

        return new ListObservationFilesResponse { Files = { rows.Select(ToProto) }, NextPageToken = next };
    }

    /// <summary>The observed unit sees its own papers at once, what belongs to the feedback from its issue on.</summary>
    private IQueryable<ObservationFile> Seen(Observation observation, ServerCallContext context)
    {
        var caller = context.Caller();
        var seesAll = observation.State >= ObservationState.Issued || !caller.OwnUnits().Contains(observation.Unit);
        return db.ObservationFiles.Where(f => f.Unit == observation.Unit && f.Observation == observation.Id && (seesAll
            || f.UploadedBy == caller.Person || f.Deliverable == Deliverable.Scheme || f.Deliverable == Deliverable.MinutesCopy));
    }

    private async Task<ObservationFile> FindAsync(string name, ServerCallContext context)
    {
        var parts = ResourceName.Parse("units/{unit}/observations/{observation}/files/{file}", name);
        var observation = await db.FindObservationAsync($"units/{parts[0]}/observations/{parts[1]}", context);
        return await Seen(observation, context).SingleOrDefaultAsync(f => f.Id == parts[2], context.CancellationToken)
            ?? throw ObservationFileErrors.NotFound(name);
    }

    /// <summary>Held until the transaction ends: closing and other changes of its files wait.</summary>
    private async Task<Observation> FindOpenAsync(string name, ServerCallContext context)
    {
        await db.HoldObservationAsync(name, context.CancellationToken);
        var observation = await db.FindObservationAsync(name, context, "parent");
        observation.RequireOpenForFiles();
        return observation;
    }

    private static V1.ObservationFile ToProto(ObservationFile file) => new()
    {
        Name = file.ResourceName,
        Deliverable = file.Deliverable,
        Title = file.Title,
        FileName = file.FileName,
        ContentType = file.ContentType,
        Length = file.Length,
        Sha256 = file.Sha256,
        Pages = file.Pages,
        IsGenerated = file.IsGenerated,
        UploadedBy = $"people/{file.UploadedBy}",
        CreateTime = file.CreatedAt.ToTimestamp(),
    };
}
