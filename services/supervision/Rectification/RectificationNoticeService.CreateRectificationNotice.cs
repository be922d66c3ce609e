using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

internal sealed partial class RectificationNoticeService
{
    private static readonly string[] WritableFields = ["basis", "requirements", "contact", "items"];

    public override async Task<V1.RectificationNotice> CreateRectificationNotice(
        CreateRectificationNoticeRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.RectificationNotice ?? new V1.RectificationNotice();
        var wrong = new Violations().OptionalId("rectification_notice_id", request.RectificationNoticeId);
        var organiser = await wrong.OrganiserAsync(
            "rectification_notice.organiser", asked.Organiser, context.Call(), units, context.CancellationToken);
        NoticeContent.CheckTexts(asked, WritableFields.ToHashSet(), wrong);

        var notice = new RectificationNotice(unit, ResourceName.NewId(request.RectificationNoticeId), organiser);
        var items = await db.TakeItemsAsync(notice, asked.Items, wrong, context.CancellationToken);
        notice.Write(asked.Basis, asked.Requirements, asked.Contact, items);
        db.Add(notice);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("rectification_notice"))
        {
            throw NoticeErrors.Exists(notice.ResourceName);
        }

        return ToProto(notice);
    }

    public override async Task<V1.RectificationNotice> UpdateRectificationNotice(
        UpdateRectificationNoticeRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, WritableFields);
        var asked = request.RectificationNotice;
        var wrong = new Violations();
        NoticeContent.CheckTexts(asked, fields, wrong);
        var notice = await FindAsync(asked.Name, context);
        notice.RequireEtag(asked.Etag);
        notice.RequireOpen();

        var items = fields.Contains("items")
            ? await db.TakeItemsAsync(notice, asked.Items, wrong, context.CancellationToken)
            : null;
        wrong.ThrowIfAny();
        notice.Write(
            fields.Contains("basis") ? asked.Basis : null,
            fields.Contains("requirements") ? asked.Requirements : null,
            fields.Contains("contact") ? asked.Contact : null, items);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(notice);
    }
}
