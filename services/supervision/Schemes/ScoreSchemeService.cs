using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Schemes;

internal sealed partial class ScoreSchemeService(SupervisionDbContext db) : V1.ScoreSchemeService.ScoreSchemeServiceBase
{
    public override async Task<V1.ScoreScheme> GetScoreScheme(GetScoreSchemeRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListScoreSchemesResponse> ListScoreSchemes(ListScoreSchemesRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var schemes = db.Schemes.AsNoTracking().VisibleTo(context.Call(), db);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            schemes = schemes.Where(s => s.Unit.CompareTo(after.Unit) > 0
                || (s.Unit == after.Unit && s.Id.CompareTo(after.Id) > 0));
        }

        var read = await schemes.OrderBy(s => s.Unit).ThenBy(s => s.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, s => new PageKey(s.Unit, s.Id));

        return new ListScoreSchemesResponse { ScoreSchemes = { rows.Select(ToProto) }, NextPageToken = next };
    }

    public override Task<ListExampleSchemesResponse> ListExampleSchemes(ListExampleSchemesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListExampleSchemesResponse
        {
            ScoreSchemes = { ExampleSchemes.All.Select(example => ToProto(example.Value, $"exampleSchemes/{example.Key}")) },
        });

    private async Task<ScoreScheme> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/scoreSchemes/{scheme}", name)[1];
        return await db.Schemes.VisibleTo(context.Call(), db).SingleOrDefaultAsync(s => s.Id == id, context.CancellationToken)
            ?? throw SchemeErrors.NotFound(name);
    }

    private static V1.ScoreScheme ToProto(ScoreScheme scheme)
    {
        var proto = ToProto(scheme.Content, scheme.ResourceName);
        proto.State = (V1.SchemeState)scheme.State;
        proto.Etag = scheme.Etag;
        proto.CreateTime = scheme.CreatedAt.ToTimestamp();
        proto.UpdateTime = scheme.UpdatedAt.ToTimestamp();
        return proto;
    }

    private static V1.ScoreScheme ToProto(SchemeContent content, string name) => new()
    {
        Name = name,
        Title = content.Title,
        Year = content.Year,
        UnitKinds = { content.UnitKinds },
        Items =
        {
            content.Items.Select(item => new ScoreItem
            {
                Key = item.Key, Title = item.Title, MaxPoints = item.MaxPoints.ToText(), Lines = { item.Lines.Select(ToProto) },
            }),
        },
        Total = content.Items.Sum(item => item.MaxPoints).ToText(),
        Source = content.Source,
    };

    private static ScoreLine ToProto(SchemeLine line) => new()
    {
        Key = line.Key,
        Title = line.Title,
        Method = line.Method,
        Points = line.Points.ToText(),
        PointsMax = line.PointsMax?.ToText() ?? "",
        Cap = line.Cap?.ToText() ?? "",
        Indicators = { line.Indicators },
        CheckWay = line.CheckWay,
    };

    private sealed record PageKey(string Unit, string Id);
}
