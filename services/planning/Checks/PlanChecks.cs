using StudySuite.Defaults.Requests;
using StudySuite.Planning.Arrangements;
using StudySuite.Planning.Plans;
using StudySuite.Roster;

namespace StudySuite.Planning.Checks;

/// <summary>What is worth a look in a plan; every number comes from the rulebook.</summary>
internal static class PlanChecks
{
    public const string OwnMeeting = "plan.own_meeting";
    public const string FileDue = "plan.file_due";
    private const string PerMonth = "session.min_per_month";
    private const string PerQuarter = "discussion.min_per_quarter";
    private const string Speakers = "session.keynote_speakers_min";

    /// <summary>Of what is written in it.</summary>
    public static IEnumerable<PlanFinding> OfText(
        PlanText text, Rules rules, IEnumerable<(ThematicArrangement Arrangement, ArrangementTopic Topic)> mandatory)
    {
        var perMonth = rules.Number(PerMonth);
        foreach (var month in Enumerable.Range(1, 12))
        {
            var planned = text.Items.Count(item => item.Month == month);
            if (planned < perMonth)
            {
                yield return new(PlanCheck.EmptyMonth, PerMonth, $"{month}月安排学习{planned}次，少于每月{perMonth}次。") { Month = month };
            }
        }

        var perQuarter = rules.Number(PerQuarter);
        foreach (var quarter in Enumerable.Range(1, 4))
        {
            var planned = text.Items.Count(item => item.Quarter == quarter && item.IsDiscussion);
            if (planned < perQuarter)
            {
                yield return new(
                    PlanCheck.QuarterWithoutDiscussion, PerQuarter, $"第{quarter}季度安排集体研讨{planned}次，少于每季度{perQuarter}次。")
                {
                    Quarter = quarter,
                };
            }
        }

        var speakers = rules.Number(Speakers);
        foreach (var item in text.Items.Where(item => item.IsDiscussion && item.KeynoteSpeakers.Count < speakers))
        {
            yield return new(
                PlanCheck.NoKeynoteSpeakers, Speakers,
                $"{item.Month}月“{item.Topic}”安排重点发言人{item.KeynoteSpeakers.Count}名，少于{speakers}名。")
            {
                Month = item.Month, Item = item.Id,
            };
        }

        foreach (var (arrangement, topic) in mandatory)
        {
            if (!text.Items.Exists(item => item.Fulfils(arrangement, topic)))
            {
                yield return new(
                    PlanCheck.MandatoryTopicNotPlanned, arrangement.TopicName(topic.Id),
                    $"{arrangement.Number}的必学专题“{topic.Title}”（{topic.StartsOn.ToText()}至{topic.EndsOn.ToText()}）未列入计划。");
            }
        }
    }

    /// <summary>Of how it stands.</summary>
    public static IEnumerable<PlanFinding> OfStanding(AnnualPlan plan, Rules rules, DateOnly dueOn, DateOnly today)
    {
        if (rules.IsOn(OwnMeeting) && plan.ApprovedByMeeting.Length == 0)
        {
            yield return new(PlanCheck.NotApprovedByOwnMeeting, OwnMeeting, "计划尚未经本单位党委（党组）会议审定。");
        }

        if ((plan.FiledOn ?? today) > dueOn)
        {
            var how = plan.FiledOn is { } filed ? $"于{filed.ToText()}报备" : "尚未报备";
            yield return new(PlanCheck.FiledLate, FileDue, $"计划应于{dueOn.ToText()}前报备，{how}。");
        }
    }

    /// <summary>By its link to the topic, or by the same title, as from a sheet of paper.</summary>
    public static bool Fulfils(this ItemOutline item, ThematicArrangement arrangement, ArrangementTopic topic) =>
        item.ArrangementTopic.Length == 0
            ? item.Topic.Trim() == topic.Title.Trim()
            : item.ArrangementTopic == arrangement.TopicName(topic.Id);
}
