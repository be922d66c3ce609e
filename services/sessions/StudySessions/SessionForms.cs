using static StudySuite.Sessions.V1.SessionForm;

namespace StudySuite.Sessions.StudySessions;

/// <summary>The dictionary of forms (DOMAIN §2.3) in its order, each with the key of its name.</summary>
internal static class SessionForms
{
    public static readonly IReadOnlyList<(V1.SessionForm Form, string Title)> All =
    [
        (Discussion, "FORM_DISCUSSION"), (Lecture, "FORM_LECTURE"), (ReadingClass, "FORM_READING_CLASS"),
        (LeadReading, "FORM_LEAD_READING"), (Film, "FORM_FILM"), (CaseStudy, "FORM_CASE_STUDY"),
        (SiteVisit, "FORM_SITE_VISIT"), (Research, "FORM_RESEARCH"), (SpecialReport, "FORM_SPECIAL_REPORT"),
        (Quiz, "FORM_QUIZ"),
    ];
}
