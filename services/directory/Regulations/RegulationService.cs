using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Regulations;

internal sealed partial class RegulationService(DirectoryDbContext db) : V1.RegulationService.RegulationServiceBase
{
    private const string Pattern = "regulations/{regulation}";

    public override async Task<V1.Regulation> GetRegulation(GetRegulationRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context.CancellationToken));

    public override async Task<ListRegulationsResponse> ListRegulations(ListRegulationsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var regulations = db.Regulations.AsNoTracking();
        if (request.Status != RegulationStatus.Unspecified)
        {
            regulations = regulations.Where(regulation => regulation.Status == request.Status);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            regulations = regulations.Where(regulation => regulation.IssuedOn < after.IssuedOn
                || (regulation.IssuedOn == after.IssuedOn && regulation.Id.CompareTo(after.Id) > 0));
        }

        var read = await regulations.OrderByDescending(regulation => regulation.IssuedOn).ThenBy(regulation => regulation.Id)
            .Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, regulation => new PageKey(regulation.IssuedOn, regulation.Id));

        return new ListRegulationsResponse { Regulations = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private async Task<Regulation> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(Pattern, name)[0];
        return await db.Regulations.SingleOrDefaultAsync(regulation => regulation.Id == id, cancellationToken)
            ?? throw RegulationErrors.NotFound(name);
    }

    private static V1.Regulation ToProto(Regulation regulation) => new()
    {
        Name = regulation.ResourceName,
        Title = regulation.Title,
        Issuer = regulation.Issuer,
        DocumentNumber = regulation.DocumentNumber,
        IssuedOn = regulation.IssuedOn.ToText(),
        Level = regulation.Level,
        Status = regulation.Status,
        SupersededBy = regulation.SupersededBy is null ? "" : $"regulations/{regulation.SupersededBy}",
        Url = regulation.Url,
        Etag = regulation.Etag,
    };

    private sealed record PageKey(DateOnly IssuedOn, string Id);
}
