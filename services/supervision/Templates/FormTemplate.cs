using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Templates;

/// <summary>A version of an organiser's feedback form; it never changes.</summary>
internal sealed class FormTemplate(string unit, string id, int number) : Aggregate, IOwnedByUnit
{
    /// <summary>Id of the form that the suite ships, the same for every organiser.</summary>
    public const string ShippedId = "default";

    public override string ResourceName => $"units/{Unit}/formTemplates/{Id}";

    public string Unit { get; private set; } = unit;

    public string Id { get; private set; } = id;

    public int Number { get; private set; } = number;

    public required string Title { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public required List<TemplateLine> Lines { get; init; }

    /// <summary>The eleven indicators (DOMAIN §11.11).</summary>
    public static FormTemplate Shipped(string unit) => new(unit, ShippedId, 0)
    {
        Title = "列席旁听情况反馈表",
        EffectiveFrom = new DateOnly(2000, 1, 1),
        Lines =
        [
            System(Indicator.FirstTopic, "第一议题制度落实"),
            System(Indicator.PlanApproved, "年度学习计划经本单位党组会议审定"),
            System(Indicator.QuarterlyDiscussion, "每季度至少开展一次集体学习研讨"),
            System(Indicator.ResearchTopics, "成员确定调研课题"),
            System(Indicator.LectureFiling, "外请报告备案"),
            Organisation(Indicator.Scheme, "有学习方案"),
            Organisation(Indicator.Attendance, "参学率（应到、实到）"),
            Organisation(Indicator.LeadReading, "个人自学与领学"),
            Organisation(Indicator.Speeches, "研讨发言（人数、质量）"),
            Organisation(Indicator.Content, "学习内容落实"),
            Organisation(Indicator.Archive, "学习档案管理"),
        ],
    };

    /// <summary>Key of the line that an indicator of the shipped form stands in.</summary>
    public static string KeyOf(Indicator indicator) => string.Concat(indicator.ToString()
        .Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}")).ToLowerInvariant();

    private static TemplateLine System(Indicator indicator, string title) => new(KeyOf(indicator), FormPart.System, title, "");

    private static TemplateLine Organisation(Indicator indicator, string title) =>
        new(KeyOf(indicator), FormPart.Organisation, title, "");
}

internal sealed record TemplateLine(string Key, FormPart Part, string Title, string Hint);
