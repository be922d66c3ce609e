using StudySuite.Defaults.Errors;

namespace StudySuite.Planning.Categories;

/// <summary>What can go wrong with a content category.</summary>
internal static class CategoryErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("CATEGORY_NOT_FOUND", name);

    /// <summary>The id or the title is taken.</summary>
    public static DomainError Exists(string title) => DomainError.Exists("CATEGORY_EXISTS", title);
}
