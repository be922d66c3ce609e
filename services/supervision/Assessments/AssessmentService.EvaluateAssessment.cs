using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.Facts;
using StudySuite.Supervision.Schemes;
using StudySuite.Supervision.V1;
using ScoreScheme = StudySuite.Supervision.Schemes.ScoreScheme;
using SchemeState = StudySuite.Supervision.Schemes.SchemeState;

namespace StudySuite.Supervision.Assessments;

internal sealed partial class AssessmentService
{
    public override async Task<V1.Assessment> CreateAssessment(CreateAssessmentRequest request, ServerCallContext context)
    {
        const string At = "assessment";
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.Assessment ?? new V1.Assessment();
        var wrong = new Violations().OptionalId("assessment_id", request.AssessmentId);
        var (from, to) = (wrong.Date($"{At}.from", asked.From), wrong.Date($"{At}.to", asked.To));
        wrong.AddIf(
                from.Year != to.Year || from.Day != 1 || from.Month is not (1 or 7) || to.AddDays(1).Day != 1
                    || to.Month is not (6 or 12) || to < from,
                $"{At}.to", "PERIOD_INVALID")
            .AddIf(to >= clock.Today(), $"{At}.to", "PERIOD_NOT_OVER");
        var scheme = await SchemeAsync(asked.Scheme, wrong, context);
        wrong.ThrowIfAny();
        var kind = await db.UnitViews.Where(view => view.Code == unit).Select(view => view.Kind).SingleAsync(context.CancellationToken);
        if (scheme!.Content.UnitKinds.Count > 0 && !scheme.Content.UnitKinds.Contains(kind))
        {
            throw SchemeErrors.NotForUnit(scheme, kind);
        }

        var assessment = new Assessment(unit, ResourceName.NewId(request.AssessmentId), scheme.ResourceName)
        {
            Content = scheme.Content, From = from, To = to,
        };
        db.Add(assessment);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("assessment"))
        {
            throw AssessmentErrors.Exists(assessment.ResourceName);
        }

        return ToProto(assessment);
    }

    public override async Task<V1.Assessment> EvaluateAssessment(EvaluateAssessmentRequest request, ServerCallContext context)
    {
        var assessment = await FindAsync(request.Name, context);
        var rules = await Rules.LoadAsync(db, assessment.Unit, assessment.To, context.CancellationToken);
        var book = await FactBook.LoadAsync(
            db, assessment.Unit, assessment.From, assessment.To, rules, clock.Today(), context.CancellationToken);
        var counted = new Dictionary<string, LineResult>();
        foreach (var line in assessment.Content.Items.SelectMany(item => item.Lines).Where(line => line.IsCounted))
        {
            var counts = line.Indicators.Select(book.Count).ToList();
            counted[line.Key] = new LineResult(
                counts.Sum(count => count.Count), line.Points, [.. counts.SelectMany(count => count.Evidence).Take(100)], "", false);
        }

        assessment.Evaluate(counted, rules.Rulebook, clock.Today());
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(assessment);
    }

    private async Task<ScoreScheme?> SchemeAsync(string name, Violations wrong, ServerCallContext context)
    {
        const string At = "assessment.scheme";
        if (ResourceName.TryParse("units/{unit}/scoreSchemes/{scheme}", name) is not [var owner, var id])
        {
            wrong.Add(At, "NAME_INVALID", ("value", name), ("pattern", "units/{unit}/scoreSchemes/{scheme}"));
            return null;
        }

        await wrong.OrganiserAsync(At, $"units/{owner}", context.Call(), units, context.CancellationToken);
        wrong.ThrowIfAny();
        var scheme = await db.Schemes.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Unit == owner && s.Id == id, context.CancellationToken) ?? throw SchemeErrors.NotFound(name);
        return scheme.State == SchemeState.Published ? scheme : throw SchemeErrors.NotPublished(scheme);
    }
}
