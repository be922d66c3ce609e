using static StudySuite.Roster.RuleDirection;

namespace StudySuite.Roster;

/// <summary>How often, how much, and by when a unit and its members study (DOMAIN §1.1 to §1.3).</summary>
public static partial class RuleDefaults
{
    private static IReadOnlyList<RuleParameter> Frequency =>
    [
        // The national floor: no county goes below it.
        Number("discussion.min_per_quarter", 1, "每季度集体学习研讨次数下限", 1, 12, Higher).From("S9 S12 S16"),
        Number("session.min_per_month", 1, "每月集中学习次数下限", 0, 8, Higher).From("S12 S17 S18 S21 S63"),
        Number("session.min_per_year", 12, "每年集中学习次数下限", 0, 100, Higher).From("S63 S70 S16 S27"),
        Number("session.min_days_per_year", 0, "每年累计学习天数下限", 0, 200, Higher, "days").From("S17 S20"),
        Number("session.min_duration_minutes", 0, "每次学习时长下限", 0, 600, Higher, "minutes").From("S14 S25 S21 S17"),
        Number("session.topics_per_session_max", 2, "每次学习专题数上限", 1, 10, Lower).From("S26"),
        Number("session.keynote_speakers_min", 2, "每次重点发言人数下限", 0, 20, Higher).From("S17 S18 S24"),
        Number("lecture.min_per_year", 0, "每年专题辅导报告次数下限", 0, 50, Higher).From("S15 S1"),
        Number("reading_class.per_year", 0, "每年读书班期数", 0, 12, Higher).From("S1"),
        Number("first_topic.min_per_month", 0, "每月第一议题学习次数下限", 0, 31, Higher).From("S30 S31 S1"),
        Number("first_topic.followup_days", 15, "第一议题跟进学习期限（仅提醒）", 1, 365, Lower, "days").Inferred(),
    ];

    private static IReadOnlyList<RuleParameter> Members =>
    [
        Number("member.output_min_per_year", 1, "每人每年心得、报告或文章篇数", 0, 12, Higher).From("S20 S24 S26 S25 S23"),
        Number("member.speech_min_per_year", 1, "每人每年研讨发言次数", 0, 24, Higher).From("S26"),
        Number("member.books_min_per_year", 0, "每人每年读书册数", 0, 24, Higher).From("S20 S22"),
        // Off: a length of notes is a trace demanded for its own sake.
        Number("member.note_chars_min_per_year", 0, "每人每年学习笔记字数", 0, 100_000, Higher, "characters").From("S23"),
        // A goal to print in a plan. Study time is never counted (DOMAIN §10.1).
        Number("member.selfstudy_hours_week", 0, "每周自学时间建议（不统计时长）", 0, 40, CountyOnly, "hours").From("S19 S23"),
        Decimal("member.attendance_rate_min", "0.90", "个人参学率提醒线", 0, Higher).From("S24 S21 S39"),
        Number("member.training_hours_year", 0, "每年学时（仅供导出）", 0, 1000, CountyOnly, "hours").From("S15"),
        Day("member.remind_on", "11-01", "提醒个人当年尚未完成事项的日期（月-日）").Inferred(),
        Number("reflection.min_chars", 0, "心得体会字数下限", 0, 20_000, Higher, "characters").From("S14"),
    ];

    private static IReadOnlyList<RuleParameter> Deadlines =>
    [
        Number("notice.lead_days", 5, "通知和材料提前天数", 0, 60, Higher, "days").Inferred("S30 S1 S19"),
        Choice("leave.approver", "leader", "请假审批人", Higher, "leader", "leader_and_office").From("S18 S20 S25 S28 S21"),
        Number("makeup.deadline_days", 14, "补学期限", 1, 365, Lower, "days").Inferred("S1 S16"),
        Choice("makeup.evidence", "record", "补学凭据", Higher, "record", "oral_report", "reflection").From("S18 S25"),
        Switch("attendance.qr_sign_in", false, "允许扫码签到（每次学习另行开启）", CountyOnly).Inferred(),
        Day("plan.file_due", "01-31", "年度计划报备截止日（月-日）").From("S28 S12"),
        Number("plan.alert_before_days", 10, "年度计划报备到期前提醒天数", 1, 60, Higher, "days").Inferred(),
        Number("plan.alert_overdue_days", 5, "年度计划报备逾期后提醒天数", 1, 60, Lower, "days").Inferred(),
        Switch("plan.own_meeting", true, "年度计划须经本单位党委（党组）会议审定", Higher).From("S9"),
        Set("plan.binding_checks", "", "须通过方可报备的年度计划检查项",
            "empty_month", "mandatory_topic", "quarter_discussion", "keynote_speakers", "group_meeting").Inferred(),
        Day("annual_report.file_due", "01-31", "年度总结报送截止日（月-日）").From("S28"),
        Day("half_year_report.due_first", "07-10", "上半年自查报告截止日（月-日）").Inferred("S12"),
        Day("half_year_report.due_second", "01-10", "下半年自查报告截止日（次年月-日）").Inferred("S12"),
        Number("session_report.due_days", 5, "一学一报期限", 1, 60, Lower, "working days").Inferred("S12"),
        Number("archive.due_days", 10, "单次学习归档期限", 1, 120, Lower, "working days").Inferred("S1"),
        Set(
            "seven_haves.binding_checks", "plan,scheme,record,attendance,discussion,notes,publicity", "须具备方可办结的七有项",
            "plan", "scheme", "record", "attendance", "discussion", "notes", "publicity").From("S1"),
        Switch("monthly_report.enabled", false, "月报", CountyOnly).Inferred("S37"),
        Choice("notes.inspection", "off", "领导检查笔记", Higher, "off", "year_end", "half_yearly").From("S24 S19"),
        Switch("lecture.filing_required", false, "外请报告须先备案", Higher).Inferred(),
        Switch("lecture.filing_before_held", false, "外请报告须在举办前登记授课人并备案", Higher).Inferred(),
    ];
}
