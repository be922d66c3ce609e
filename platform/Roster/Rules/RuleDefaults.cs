namespace StudySuite.Roster;

/// <summary>
/// The rulebook that the product ships: every parameter with its default. The only place where these numbers stand.
/// </summary>
public static class RuleDefaults
{
    public static IReadOnlyList<RuleParameter> All { get; } =
    [
        // Frequency and duration (DOMAIN §1.1)
        new("discussion.min_per_quarter", RuleType.Number, "1", "每季度集体学习研讨次数下限"),
        new("session.min_per_month", RuleType.Number, "1", "每月集中学习次数下限"),
        new("session.min_per_year", RuleType.Number, "12", "每年集中学习次数下限"),
        new("session.min_days_per_year", RuleType.Number, "0", "每年累计学习天数下限", "days"),
        new("session.min_duration_minutes", RuleType.Number, "0", "每次学习时长下限", "minutes"),
        new("session.topics_per_session_max", RuleType.Number, "2", "每次学习专题数上限"),
        new("session.keynote_speakers_min", RuleType.Number, "2", "每次重点发言人数下限"),
        new("lecture.min_per_year", RuleType.Number, "0", "每年专题辅导报告次数下限"),
        new("reading_class.per_year", RuleType.Number, "0", "每年读书班期数"),
        new("first_topic.min_per_month", RuleType.Number, "0", "每月第一议题学习次数下限"),
        new("first_topic.followup_days", RuleType.Number, "15", "第一议题跟进学习期限（仅提醒）", "days", RuleEvidence.Inferred),

        // Individual obligations (DOMAIN §1.2)
        new("member.output_min_per_year", RuleType.Number, "1", "每人每年心得、报告或文章篇数"),
        new("member.speech_min_per_year", RuleType.Number, "1", "每人每年研讨发言次数"),
        new("member.books_min_per_year", RuleType.Number, "0", "每人每年读书册数"),
        new("member.attendance_rate_min", RuleType.Decimal, "0.90", "个人参学率提醒线"),
        new("reflection.min_chars", RuleType.Number, "0", "心得体会字数下限", "characters"),

        // Notice, leave, make-up, filing (DOMAIN §1.3)
        new("notice.lead_days", RuleType.Number, "5", "通知和材料提前天数", "days", RuleEvidence.Inferred),
        new("makeup.deadline_days", RuleType.Number, "14", "补学期限", "days", RuleEvidence.Inferred),
        new("makeup.reflection_required", RuleType.Switch, "false", "补学须交心得"),
        new("plan.file_due", RuleType.Text, "01-31", "年度计划报备截止日（月-日）"),
        new("annual_report.file_due", RuleType.Text, "01-31", "年度总结报送截止日（月-日）"),
        new("half_year_report.due_first", RuleType.Text, "07-10", "上半年自查报告截止日（月-日）", "", RuleEvidence.Inferred),
        new("half_year_report.due_second", RuleType.Text, "01-10", "下半年自查报告截止日（次年月-日）", "", RuleEvidence.Inferred),
        new("session_report.due_days", RuleType.Number, "5", "一学一报期限", "working days", RuleEvidence.Inferred),
        new("archive.due_days", RuleType.Number, "10", "单次学习归档期限", "working days", RuleEvidence.Inferred),
        new("monthly_report.enabled", RuleType.Switch, "false", "月报", "", RuleEvidence.Inferred),
        new("notes.inspection", RuleType.Switch, "false", "领导检查笔记"),
        new("lecture.filing_required", RuleType.Switch, "false", "外请报告须先备案"),

        // Sit-in, rectification, bulletin (DOMAIN §1.4)
        new("observe.coverage_cycle_years", RuleType.Number, "2", "巡听旁听全覆盖周期", "years"),
        new("observe.report_before_wd", RuleType.Number, "2", "学习时间提前报告", "working days"),
        new("observe.material_before_wd", RuleType.Number, "5", "方案材料提前送旁听组", "working days"),
        new("observe.feedback_wd", RuleType.Number, "5", "旁听反馈期限", "working days"),
        new("observe.summary_max_chars", RuleType.Number, "500", "旁听小结字数上限", "characters"),
        new("observe.team_size", RuleType.Number, "3", "旁听组人数", "", RuleEvidence.Inferred),
        new("observe.may_speak", RuleType.Switch, "true", "允许现场点评"),
        new("rectify.notice_wd", RuleType.Number, "3", "反馈批准后发整改通知期限", "working days", RuleEvidence.Inferred),
        new("rectify.report_wd", RuleType.Number, "15", "整改报告期限", "working days", RuleEvidence.Inferred),
        new("lookback.after_days", RuleType.Number, "60", "整改验收后回头看间隔", "days", RuleEvidence.Inferred),
        new("bulletin.period_months", RuleType.Number, "6", "通报周期", "months"),
        new("bulletin.max_chars", RuleType.Number, "4000", "通报字数提醒线", "characters"),
        new("bulletin.ranking", RuleType.Switch, "false", "单位排名"),

        // Alerts
        new("alert.due_soon_days", RuleType.Number, "3", "到期前提醒天数", "days", RuleEvidence.Inferred),
        new("alert.escalate_wd", RuleType.Number, "5", "逾期后升级提醒", "working days", RuleEvidence.Inferred),

        // Security (DOMAIN §1.5)
        new("auth.password_min_len", RuleType.Number, "10", "密码最短长度", "characters", RuleEvidence.Inferred),
        new("auth.password_max_age_days", RuleType.Number, "90", "密码最长使用期", "days", RuleEvidence.Recalled),
        new("auth.lock_after_failures", RuleType.Number, "5", "连续失败锁定次数", "", RuleEvidence.Recalled),
        new("auth.lock_minutes", RuleType.Number, "30", "锁定时长", "minutes", RuleEvidence.Recalled),
        new("auth.idle_timeout_minutes", RuleType.Number, "30", "无操作退出", "minutes", RuleEvidence.Recalled),
        new("auth.idle_timeout_minutes_admin", RuleType.Number, "10", "管理员无操作退出", "minutes", RuleEvidence.Recalled),
        new("audit.retention_days", RuleType.Number, "365", "审计日志保存期", "days"),
    ];

    private static readonly Dictionary<string, RuleParameter> ByKey = All.ToDictionary(rule => rule.Key);

    /// <exception cref="KeyNotFoundException">No such key: a slip in the code that asks.</exception>
    public static RuleParameter Find(string key) => ByKey[key];

    public static bool Knows(string key) => ByKey.ContainsKey(key);
}
