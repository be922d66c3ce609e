using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.Schemes;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Assessments;

internal sealed partial class AssessmentService(
    SupervisionDbContext db, UnitPaths<SupervisionDbContext> units, TimeProvider clock)
    : V1.AssessmentService.AssessmentServiceBase
{
    public override async Task<V1.Assessment> GetAssessment(GetAssessmentRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    /// <summary>By unit and id: nothing here orders units by score (DOMAIN §10.3).</summary>
    public override async Task<ListAssessmentsResponse> ListAssessments(ListAssessmentsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var assessments = Visible(context).AsNoTracking();
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            assessments = assessments.Where(a => a.Unit.CompareTo(after.Unit) > 0
                || (a.Unit == after.Unit && a.Id.CompareTo(after.Id) > 0));
        }

        var read = await assessments.OrderBy(a => a.Unit).ThenBy(a => a.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, a => new PageKey(a.Unit, a.Id));

        return new ListAssessmentsResponse { Assessments = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private IQueryable<Assessment> Visible(ServerCallContext context)
    {
        var own = context.Caller().OwnUnits();
        return db.Assessments.VisibleTo(context.Call(), db)
            .Where(a => a.State == AssessmentState.Shown || a.State == AssessmentState.Final || !own.Contains(a.Unit));
    }

    private async Task<Assessment> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/assessments/{assessment}", name)[1];
        return await Visible(context).SingleOrDefaultAsync(a => a.Id == id, context.CancellationToken)
            ?? throw AssessmentErrors.NotFound(name);
    }

    /// <summary>For who decides: nobody decides on the own unit.</summary>
    private async Task<Assessment> FindToDecideAsync(string name, ServerCallContext context)
    {
        var assessment = await FindAsync(name, context);
        var own = await db.MembersAmongAsync(
            assessment.Unit, [context.Caller().Person], clock.Today(), context.CancellationToken);
        return own.Count > 0 ? throw AssessmentErrors.AssessorIsOwner(assessment) : assessment;
    }

    private static SchemeLine RequireLine(Assessment assessment, string key) => assessment.Content.FindLine(key)
        ?? throw DomainError.Invalid("line", "LINE_UNKNOWN", ("value", key));

    private static V1.Assessment ToProto(Assessment assessment) => new()
    {
        Name = assessment.ResourceName,
        Scheme = assessment.Scheme,
        From = assessment.From.ToText(),
        To = assessment.To.ToText(),
        State = (V1.AssessmentState)assessment.State,
        Items = { assessment.Content.Items.Select(item => ToProto(assessment, item)) },
        Total = assessment.State == AssessmentState.Draft ? "" : assessment.Total.ToText(),
        Rulebook = assessment.Rulebook,
        EvaluatedOn = assessment.EvaluatedOn.ToText(),
        ShownOn = assessment.ShownOn.ToText(),
        FinalisedOn = assessment.FinalisedOn.ToText(),
        Etag = assessment.Etag,
        CreateTime = assessment.CreatedAt.ToTimestamp(),
        UpdateTime = assessment.UpdatedAt.ToTimestamp(),
    };

    private static ItemScore ToProto(Assessment assessment, SchemeItem item) => new()
    {
        Key = item.Key,
        Title = item.Title,
        MaxPoints = item.MaxPoints.ToText(),
        Score = assessment.State == AssessmentState.Draft ? "" : assessment.ScoreOf(item).ToText(),
        Lines = { item.Lines.Select(line => ToProto(line, assessment.Results.GetValueOrDefault(line.Key))) },
    };

    private static LineScore ToProto(SchemeLine line, LineResult? result) => new()
    {
        Key = line.Key,
        Title = line.Title,
        Method = line.Method,
        Count = result?.Count ?? 0,
        Points = (result?.Points ?? line.Points).ToText(),
        Result = result is null ? "" : result.Of(line).ToText(),
        Evidence = { result?.Evidence ?? [] },
        Note = result?.Note ?? "",
        IsByHand = result?.IsByHand ?? false,
        IsOpen = result is null,
        Appeal = result?.Appeal is not { } appeal ? null : new LineAppeal
        {
            Reason = appeal.Reason,
            AppealedBy = $"people/{appeal.AppealedBy}",
            AppealedOn = appeal.AppealedOn.ToText(),
            Decision = appeal.Decision,
            DecidedBy = appeal.DecidedBy.Length > 0 ? $"people/{appeal.DecidedBy}" : "",
            Opinion = appeal.Opinion,
            CountBefore = appeal.CountBefore,
        },
    };

    private sealed record PageKey(string Unit, string Id);
}
