using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Supervision.Checks;
using StudySuite.Supervision.Observations;
using StudySuite.Supervision.V1;
using CheckState = StudySuite.Supervision.Checks.CheckState;

namespace StudySuite.Supervision.Problems;

internal sealed partial class ProblemService
{
    public override async Task<V1.Problem> CreateProblem(CreateProblemRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.Problem ?? new V1.Problem();
        var wrong = new Violations().OptionalId("problem_id", request.ProblemId);
        if (asked.Check.Length == 0)
        {
            wrong.Enum("problem.source", asked.Source);
        }

        wrong.ThrowIfAny();

        var id = ResourceName.NewId(request.ProblemId);
        var problem = asked switch
        {
            { Check.Length: > 0 } => await FromCheckAsync(unit, id, asked, context.CancellationToken),
            { Source: ProblemSource.Observation } => await FromFormAsync(unit, id, asked, context.CancellationToken),
            _ => await FromElsewhereAsync(unit, id, asked, context),
        };
        db.Add(problem);
        db.Enqueue(FoundEvent(problem));
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("problem"))
        {
            throw ProblemErrors.Exists(problem.ResourceName);
        }

        return ToProto(problem);
    }

    /// <summary>Of the change about to be saved.</summary>
    internal static ProblemFound FoundEvent(Problem problem) => new(
        problem.ResourceName, problem.Unit, problem.Organiser, problem.Category, WordOf(problem.Source), problem.FoundOn,
        problem.NextVersion, problem.Text);

    private async Task<Problem> FromFormAsync(
        string unit, string id, V1.Problem asked, CancellationToken cancellationToken)
    {
        const string Pattern = "units/{unit}/observations/{observation}";
        var name = ResourceName.TryParse(Pattern, asked.Observation);
        new Violations()
            .AddIf(name?[0] != unit, "problem.observation", "NAME_INVALID", ("value", asked.Observation), ("pattern", Pattern.Replace("{unit}", unit, StringComparison.Ordinal)))
            .ThrowIfAny();
        var observation = await db.Observations.AsNoTracking()
                .SingleOrDefaultAsync(o => o.Unit == unit && o.Id == name![1], cancellationToken)
            ?? throw ObservationErrors.NotFound(asked.Observation);
        if (!observation.IsFrozen)
        {
            throw ObservationErrors.FeedbackNotApproved(observation);
        }

        var line = observation.Form.Problems.Find(line => line.Line == asked.Line)
            ?? throw DomainError.Invalid("problem.line", "FORM_LINE_NOT_FOUND");
        return new Problem(unit, id, observation.Organiser, ProblemSource.Observation)
        {
            Observation = observation.Id,
            Line = line.Line,
            Text = line.Text,
            Category = line.Category,
            RuleReference = line.RuleReference,
            FoundOn = observation.ObservedOn!.Value,
        };
    }

    private async Task<Problem> FromCheckAsync(
        string unit, string id, V1.Problem asked, CancellationToken cancellationToken)
    {
        const string Pattern = "units/{unit}/checks/{check}";
        var name = ResourceName.TryParse(Pattern, asked.Check);
        new Violations()
            .AddIf(name?[0] != unit, "problem.check", "NAME_INVALID", ("value", asked.Check), ("pattern", Pattern.Replace("{unit}", unit, StringComparison.Ordinal)))
            .AddIf(asked.Observation.Length > 0, "problem.observation", "SOURCE_MISMATCH")
            .ThrowIfAny();
        var check = await db.Checks.AsNoTracking().SingleOrDefaultAsync(c => c.Unit == unit && c.Id == name![1], cancellationToken)
            ?? throw CheckErrors.NotFound(asked.Check);
        if (check.State != CheckState.Concluded)
        {
            throw CheckErrors.NotConcluded(check);
        }

        var finding = check.Content.Findings.Find(finding => finding.Line == asked.Line)
            ?? throw DomainError.Invalid("problem.line", "FORM_LINE_NOT_FOUND");
        return new Problem(unit, id, check.Organiser, check.Source)
        {
            Check = check.Id,
            Line = finding.Line,
            Text = finding.Text,
            Category = finding.Category,
            RuleReference = finding.RuleReference,
            FoundOn = check.CheckedOn,
        };
    }

    private async Task<Problem> FromElsewhereAsync(string unit, string id, V1.Problem asked, ServerCallContext context)
    {
        var wrong = new Violations()
            .AddIf(asked.Observation.Length > 0, "problem.observation", "SOURCE_MISMATCH")
            .AddIf(asked.Line != 0, "problem.line", "SOURCE_MISMATCH")
            .Text("problem.text", asked.Text, 1000)
            .Text("problem.category", asked.Category, 60)
            .OptionalText("problem.rule_reference", asked.RuleReference);
        var foundOn = wrong.Date("problem.found_on", asked.FoundOn);
        wrong.AddIf(foundOn > clock.Today(), "problem.found_on", "DATE_IN_FUTURE");
        var organiser = await wrong.OrganiserAsync(
            "problem.organiser", asked.Organiser, context.Call(), units, context.CancellationToken);
        wrong.ThrowIfAny();

        return new Problem(unit, id, organiser, asked.Source)
        {
            Text = asked.Text,
            Category = asked.Category,
            RuleReference = asked.RuleReference,
            FoundOn = foundOn,
        };
    }

    /// <summary>As events carry it: <c>SUPERVISION_CHECK</c>.</summary>
    private static string WordOf(ProblemSource source) => ProblemReflection.Descriptor.EnumTypes
        .Single(type => type.Name == nameof(ProblemSource))
        .FindValueByNumber((int)source).Name["PROBLEM_SOURCE_".Length..];
}
