using static StudySuite.Roster.RuleDirection;

namespace StudySuite.Roster;

/// <summary>How units are looked after, and how accounts are kept safe (DOMAIN §1.4 and §1.5).</summary>
public static partial class RuleDefaults
{
    private static IReadOnlyList<RuleParameter> Observation =>
    [
        Number("observe.coverage_cycle_years", 2, "巡听旁听全覆盖周期", 1, 5, Lower, "years").From("S7 S6 S9"),
        Number("observe.report_before_wd", 2, "学习时间提前报告", 0, 30, Higher, "working days").From("S9 S10"),
        Number("observe.material_before_wd", 5, "方案材料提前送旁听组", 0, 30, Higher, "working days").From("S10"),
        Number("observe.feedback_wd", 5, "旁听反馈期限", 1, 60, Lower, "working days").From("S9 S10"),
        Number("observe.summary_max_chars", 500, "旁听小结字数上限", 100, 5000, CountyOnly, "characters").From("S10"),
        Number("observe.team_size", 3, "旁听组人数", 1, 20, CountyOnly, "persons").Inferred("S7"),
        Switch("observe.may_speak", true, "允许现场点评", CountyOnly).From("S1 S6 S9"),
    ];

    private static IReadOnlyList<RuleParameter> Rectification =>
    [
        Number("rectify.notice_wd", 3, "反馈批准后发整改通知期限", 1, 60, Lower, "working days").Inferred(),
        Number("rectify.report_wd", 15, "整改报告期限", 1, 120, Lower, "working days").Inferred("S1"),
        Number("lookback.after_days", 60, "整改验收后回头看间隔", 1, 365, Lower, "days").Inferred("S1"),
        Number("alert.due_soon_days", 3, "到期前提醒天数", 0, 30, CountyOnly, "working days").Inferred(),
        Number("alert.escalate_wd", 5, "逾期后升级提醒", 2, 60, CountyOnly, "working days").Inferred(),
    ];

    private static IReadOnlyList<RuleParameter> Bulletin =>
    [
        Number("bulletin.period_months", 6, "通报周期", 1, 12, CountyOnly, "months").From("S1 S21 S25"),
        Number("bulletin.max_chars", 4000, "通报字数提醒线", 500, 5000, CountyOnly, "characters").From("S48"),
        Switch("bulletin.ranking", false, "单位排名", CountyOnly).From("S42 S61"),
    ];

    private static IReadOnlyList<RuleParameter> Security =>
    [
        Number("auth.password_min_len", 10, "密码最短长度", 8, 64, CountyOnly, "characters").Inferred("S51b S50"),
        Number("auth.password_max_age_days", 90, "密码最长使用期", 1, 3650, CountyOnly, "days").Recalled("S50"),
        Number("auth.password_history", 5, "不得重复使用的旧密码个数", 0, 24, CountyOnly).Recalled(),
        Number("auth.lock_after_failures", 5, "连续失败锁定次数", 1, 20, CountyOnly).Recalled("S50"),
        Number("auth.lock_minutes", 30, "锁定时长", 1, 1440, CountyOnly, "minutes").Recalled("S50"),
        Number("auth.idle_timeout_minutes", 30, "无操作退出", 1, 480, CountyOnly, "minutes").Recalled("S50"),
        Number("auth.idle_timeout_minutes_admin", 10, "管理员无操作退出", 1, 480, CountyOnly, "minutes").Recalled("S50"),
        Number("auth.session_max_hours", 12, "一次登录最长时间", 1, 168, CountyOnly, "hours").Inferred("S50"),
        // Off at protection level 2; level 3 asks for two factors of the roles named here.
        Set(
            "auth.mfa", "", "必须使用动态口令的角色", "SystemAdmin", "SecurityAdmin", "AuditAdmin", "StudySecretary",
            "GroupLeader", "Member", "CountyOffice", "Publicity", "Observer", "SupervisionOffice")
            with { Stricter = CountyOnly, Source = "S50" },
        Number("audit.retention_days", 365, "审计日志保存期", 183, 36_500, CountyOnly, "days").From("S52"),
    ];
}
