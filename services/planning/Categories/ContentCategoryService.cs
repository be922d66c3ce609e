using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Categories;

internal sealed class ContentCategoryService(PlanningDbContext db) : V1.ContentCategoryService.ContentCategoryServiceBase
{
    public override async Task<ListContentCategoriesResponse> ListContentCategories(
        ListContentCategoriesRequest request, ServerCallContext context)
    {
        var categories = await db.Categories.AsNoTracking().Where(c => request.ShowRetired || !c.IsRetired)
            .OrderBy(c => c.Position).ThenBy(c => c.Id).ToListAsync(context.CancellationToken);

        return new ListContentCategoriesResponse { ContentCategories = { categories.Select(ToProto) } };
    }

    public override async Task<V1.ContentCategory> CreateContentCategory(
        CreateContentCategoryRequest request, ServerCallContext context)
    {
        var asked = request.ContentCategory ?? new V1.ContentCategory();
        Check(asked, new Violations().OptionalId("content_category_id", request.ContentCategoryId));

        var category = new ContentCategory(ResourceName.NewId(request.ContentCategoryId), asked.Title, asked.Position);
        category.Write(null, null, asked.Retired);
        db.Add(category);
        await SaveAsync(category, context);

        return ToProto(category);
    }

    public override async Task<V1.ContentCategory> UpdateContentCategory(
        UpdateContentCategoryRequest request, ServerCallContext context)
    {
        var asked = request.ContentCategory ?? new V1.ContentCategory();
        var fields = Masks.Writable(request.UpdateMask, "title", "position", "retired");
        var id = ResourceName.Parse("contentCategories/{category}", asked.Name)[0];
        var category = await db.Categories.SingleOrDefaultAsync(c => c.Id == id, context.CancellationToken)
            ?? throw CategoryErrors.NotFound(asked.Name);
        category.RequireEtag(asked.Etag);

        category.Write(
            fields.Contains("title") ? asked.Title : null, fields.Contains("position") ? asked.Position : null,
            fields.Contains("retired") ? asked.Retired : null);
        Check(ToProto(category), new Violations());
        await SaveAsync(category, context);

        return ToProto(category);
    }

    private static void Check(V1.ContentCategory category, Violations wrong) => wrong
        .Text("content_category.title", category.Title, 100)
        .Range("content_category.position", category.Position, 0, 10000)
        .ThrowIfAny();

    private async Task SaveAsync(ContentCategory category, ServerCallContext context)
    {
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("content_category"))
        {
            throw CategoryErrors.Exists(category.Title);
        }
    }

    private static V1.ContentCategory ToProto(ContentCategory category) => new()
    {
        Name = category.ResourceName,
        Title = category.Title,
        Position = category.Position,
        Retired = category.IsRetired,
        Etag = category.Etag,
    };
}
