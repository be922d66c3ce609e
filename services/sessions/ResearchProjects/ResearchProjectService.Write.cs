using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.ResearchProjects;

internal sealed partial class ResearchProjectService
{
    public override async Task<V1.ResearchProject> CreateResearchProject(
        CreateResearchProjectRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.ResearchProject ?? new V1.ResearchProject();
        var wrong = new Violations().OptionalId("research_project_id", request.ResearchProjectId);
        var (startsOn, endsOn) = await ResearchContent.CheckAsync(db, unit, asked, wrong, context.CancellationToken);

        var project = new ResearchProject(unit, ResourceName.NewId(request.ResearchProjectId));
        project.Write(asked, startsOn, endsOn);
        RequireOwn(project.People, context);
        db.Add(project);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("research_project"))
        {
            throw ResearchErrors.Exists(project.ResourceName);
        }

        return project.ToProto();
    }

    public override async Task<V1.ResearchProject> UpdateResearchProject(
        UpdateResearchProjectRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, ResearchContent.Fields);
        var project = await FindOwnAsync(request.ResearchProject.Name, request.ResearchProject.Etag, context);
        var asked = project.ToProto();
        Content.Take(fields, request.ResearchProject, asked);
        var (startsOn, endsOn) = await ResearchContent.CheckAsync(
            db, project.Unit, asked, new Violations(), context.CancellationToken);

        project.Write(asked, startsOn, endsOn);
        RequireOwn(project.People, context);
        await db.SaveChangesAsync(context.CancellationToken);

        return project.ToProto();
    }

    public override async Task<V1.ResearchProject> ConvertResearch(ConvertResearchRequest request, ServerCallContext context)
    {
        var asked = request.Conversion ?? new ResearchConversion();
        var wrong = new Violations().OptionalText("conversion.document", asked.Document)
            .OptionalText("conversion.meeting", asked.Meeting).OptionalText("conversion.note", asked.Note, 1000)
            .AddIf(asked.Document.Length + asked.Meeting.Length == 0, "conversion.document", "CONVERSION_WHERE_REQUIRED")
            .NoSecretMarks("conversion", asked);
        var adoptedOn = wrong.PastDate("conversion.adopted_on", asked.AdoptedOn, clock);
        var project = await FindOwnAsync(request.Name, "", context);
        var report = await ReportAsync(asked.Report, project, wrong, context.CancellationToken);
        wrong.ThrowIfAny();

        project.Convert(new Conversion(asked.Document, asked.Meeting, adoptedOn, asked.Note, report));
        await db.SaveChangesAsync(context.CancellationToken);

        return project.ToProto();
    }

    public override async Task<V1.ResearchProject> CompleteResearchProject(
        CompleteResearchProjectRequest request, ServerCallContext context)
    {
        var project = await FindOwnAsync(request.Name, request.Etag, context);

        project.Complete();
        await db.SaveChangesAsync(context.CancellationToken);

        return project.ToProto();
    }

    public override async Task<V1.ResearchProject> DropResearchProject(
        DropResearchProjectRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).NoSecretMarks("", request).ThrowIfAny();
        var project = await FindOwnAsync(request.Name, request.Etag, context);

        project.Drop(request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return project.ToProto();
    }

    private async Task<string> ReportAsync(
        string name, ResearchProject project, Violations wrong, CancellationToken cancellationToken)
    {
        var id = ResourceName.TryParse("units/{unit}/activities/{activity}", name)?[1] ?? "";
        var isReport = id.Length > 0 && await db.Activities.AnyAsync(
            a => a.Unit == project.Unit && a.Id == id && a.ResearchProject == project.Id && !a.IsWithdrawn, cancellationToken);
        wrong.AddIf(name.Length > 0 && !isReport, "conversion.report", "REPORT_UNKNOWN", ("value", name));
        return isReport ? id : "";
    }
}
