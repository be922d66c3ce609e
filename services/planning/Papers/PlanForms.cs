using StudySuite.Planning.Plans;

namespace StudySuite.Planning.Papers;

/// <summary>Forms of study in words, as they stand on paper and in sheets.</summary>
internal static class PlanForms
{
    public static readonly IReadOnlyDictionary<StudyForm, string> Words = new Dictionary<StudyForm, string>
    {
        [StudyForm.Discussion] = "集体研讨",
        [StudyForm.Lecture] = "专题辅导报告",
        [StudyForm.ReadingClass] = "读书班",
        [StudyForm.LeadReading] = "领学",
        [StudyForm.Film] = "观看专题片",
        [StudyForm.CaseStudy] = "案例分析",
        [StudyForm.SiteVisit] = "实地考察",
        [StudyForm.Research] = "专题调研",
        [StudyForm.SpecialReport] = "传达报告",
        [StudyForm.Quiz] = "知识问答",
    };

    private static readonly Dictionary<string, StudyForm> Forms = Words.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string ToText(IEnumerable<StudyForm> forms) => string.Join('、', forms.Select(form => Words[form]));

    /// <summary>Null for a word that is none.</summary>
    public static StudyForm? Find(string word) => Forms.TryGetValue(word, out var form) ? form : null;
}
