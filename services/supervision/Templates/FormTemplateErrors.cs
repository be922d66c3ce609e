using StudySuite.Defaults.Errors;

namespace StudySuite.Supervision.Templates;

/// <summary>What can go wrong with a form's version.</summary>
internal static class FormTemplateErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("FORM_TEMPLATE_NOT_FOUND", name);

    /// <summary>Someone else published the same version just now.</summary>
    public static DomainError Exists(string name) => DomainError.Exists("FORM_TEMPLATE_EXISTS", name);
}
