using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Checks;

internal sealed partial class CheckService
{
    public override async Task<V1.Check> CreateCheck(CreateCheckRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.Check ?? new V1.Check();
        var wrong = new Violations().OptionalId("check_id", request.CheckId)
            .Enum("check.source", asked.Source)
            .AddIf(asked.Source == ProblemSource.Observation, "check.source", "SOURCE_MISMATCH");
        var organiser = await wrong.OrganiserAsync(
            "check.organiser", asked.Organiser, context.Call(), units, context.CancellationToken);
        var (content, checkedOn) = ContentOf(asked, wrong);
        wrong.ThrowIfAny();
        RequireOffice(asked.Source, organiser, context);

        var check = new Check(unit, ResourceName.NewId(request.CheckId), organiser, asked.Source);
        check.Write(content, checkedOn);
        db.Add(check);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("supervision_check"))
        {
            throw CheckErrors.Exists(check.ResourceName);
        }

        return ToProto(check);
    }

    public override async Task<V1.Check> UpdateCheck(UpdateCheckRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(
            request.UpdateMask, "title", "basis", "checked_on", "checkers", "summary", "findings");
        var check = await FindAsync(request.Check.Name, context);
        RequireOffice(check.Source, check.Organiser, context);
        check.RequireEtag(request.Check.Etag);
        check.RequireDraft();

        var merged = ToProto(check);
        foreach (var field in fields)
        {
            var descriptor = V1.Check.Descriptor.FindFieldByName(field);
            descriptor.Accessor.Clear(merged);
            if (descriptor.IsRepeated)
            {
                merged.MergeFrom(OnlyOf(request.Check, field));
            }
            else
            {
                descriptor.Accessor.SetValue(merged, descriptor.Accessor.GetValue(request.Check));
            }
        }

        var wrong = new Violations();
        var (content, checkedOn) = ContentOf(merged, wrong);
        wrong.ThrowIfAny();
        check.Write(content, checkedOn);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(check);
    }

    public override async Task<V1.Check> ConcludeCheck(ConcludeCheckRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("concluded_on", request.ConcludedOn, clock);
        wrong.ThrowIfAny();
        var check = await FindAsync(request.Name, context);
        RequireOffice(check.Source, check.Organiser, context);

        check.Conclude(on);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(check);
    }

    private static V1.Check OnlyOf(V1.Check check, string field) => field == "checkers"
        ? new V1.Check { Checkers = { check.Checkers } }
        : new V1.Check { Findings = { check.Findings } };

    private (CheckContent Content, DateOnly CheckedOn) ContentOf(V1.Check asked, Violations wrong)
    {
        wrong.Text("check.title", asked.Title)
            .OptionalText("check.basis", asked.Basis, 500)
            .Text("check.summary", asked.Summary, 2000)
            .Range("check.checkers", asked.Checkers.Count, 0, 20)
            .Range("check.findings", asked.Findings.Count, 0, 50);
        var checkedOn = wrong.Date("check.checked_on", asked.CheckedOn);
        wrong.AddIf(checkedOn > clock.Today(), "check.checked_on", "DATE_IN_FUTURE");
        for (var i = 0; i < asked.Checkers.Count; i++)
        {
            wrong.Text($"check.checkers[{i}]", asked.Checkers[i], 100);
        }

        for (var i = 0; i < asked.Findings.Count; i++)
        {
            wrong.Text($"check.findings[{i}].text", asked.Findings[i].Text, 1000)
                .Text($"check.findings[{i}].category", asked.Findings[i].Category, 60)
                .OptionalText($"check.findings[{i}].rule_reference", asked.Findings[i].RuleReference);
        }

        var findings = asked.Findings.Select((finding, index) =>
            new Finding(index + 1, finding.Text, finding.Category, finding.RuleReference));
        return (new CheckContent(asked.Title, asked.Basis, [.. asked.Checkers], asked.Summary, [.. findings]), checkedOn);
    }
}
