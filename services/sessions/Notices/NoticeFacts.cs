using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Notices;

/// <summary>What a notice says, for telling what another issue changes.</summary>
internal sealed record NoticeFacts(
    string Topic, string Time, string Place, string Chair, string Agenda, string Materials, string Speakers, string Preparation)
{
    private static readonly (string Name, Func<NoticeFacts, string> Of)[] All =
    [
        ("学习主题", facts => facts.Topic), ("时间", facts => facts.Time), ("地点", facts => facts.Place),
        ("主持人", facts => facts.Chair), ("议程", facts => facts.Agenda), ("学习材料", facts => facts.Materials),
        ("重点发言人", facts => facts.Speakers), ("有关要求", facts => facts.Preparation),
    ];

    public static NoticeFacts Of(StudySession session)
    {
        var scheme = session.Scheme;
        return new NoticeFacts(
            session.Topic, NoticeText.TimeText(scheme), scheme.Place, scheme.Chair,
            string.Join("；", scheme.Agenda.Select(item => item.Item + NoticeText.Details(item))),
            string.Join("；", scheme.Materials.Select(material => material.Title + NoticeText.Details(material))),
            string.Join("、", scheme.KeynoteSpeakers), scheme.Preparation);
    }

    /// <summary>
    /// However often a notice is amended, one list says what differs from the first issue: what was changed back is no
    /// change.
    /// </summary>
    public IReadOnlyList<string> ChangesTo(NoticeFacts now) =>
    [
        .. All.Where(fact => fact.Of(this) != fact.Of(now)).Select(fact => (fact.Of(this), fact.Of(now)) switch
        {
            ("", var to) => $"增加{fact.Name}：{to}",
            (_, "") => $"取消{fact.Name}",
            var (from, to) => $"{fact.Name}由“{from}”改为“{to}”",
        }),
    ];
}
