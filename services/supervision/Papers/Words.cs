using StudySuite.Supervision.Rectification;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Papers;

/// <summary>Words of the forms, as they stand on paper.</summary>
internal static class Words
{
    public static string Of(NoticeState state) => state switch
    {
        NoticeState.Open => "待发出",
        NoticeState.Notified => "已通知",
        NoticeState.Planned => "已制定方案",
        NoticeState.InProgress => "整改中",
        NoticeState.Reported => "已报告待验收",
        NoticeState.Returned => "已退回",
        NoticeState.Accepted => "已验收",
        NoticeState.LookBackDue => "待回头看",
        NoticeState.Passed => "已销号",
        _ => "回头看未通过",
    };

    public static string Of(LookBackFinding finding) => finding switch
    {
        LookBackFinding.Rectified => "已整改",
        LookBackFinding.Partly => "部分整改",
        LookBackFinding.NotRectified => "未整改",
        LookBackFinding.Relapsed => "反弹",
        _ => "",
    };

    public static string Of(LookBackWay way) => way switch
    {
        LookBackWay.Documents => "查阅资料",
        LookBackWay.Observation => "再次旁听",
        LookBackWay.Talk => "座谈",
        _ => "",
    };

    public static string Of(ItemStatus status) => status switch
    {
        ItemStatus.Done => "已完成",
        ItemStatus.Partly => "部分完成",
        ItemStatus.NotDone => "未完成",
        _ => "",
    };

    public static string Of(ObservationGrade grade) => grade switch
    {
        ObservationGrade.Good => "好",
        ObservationGrade.FairlyGood => "较好",
        ObservationGrade.Average => "一般",
        ObservationGrade.Poor => "差",
        _ => "",
    };

    /// <summary>A box that is ticked or empty.</summary>
    public static string Box(bool isTicked, string word) => $"{(isTicked ? '☑' : '☐')}{word}";
}
