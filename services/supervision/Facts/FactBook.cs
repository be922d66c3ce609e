using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.Rectification;
using StudySuite.Supervision.V1;
using RectificationNotice = StudySuite.Supervision.Rectification.RectificationNotice;

namespace StudySuite.Supervision.Facts;

/// <summary>How often an indicator applies to a unit in a period, and what shows it.</summary>
internal sealed record Counted(int Count, List<string> Evidence);

/// <summary>All facts of one unit in one period, read once, and what the indicators make of them.</summary>
internal sealed class FactBook
{
    private readonly List<StudyFact> facts;
    private readonly List<string> problems;
    private readonly List<RectificationNotice> notices;
    private readonly (DateOnly From, DateOnly To) period;
    private readonly StudyFact? plan;
    private readonly Rules rules;
    private readonly DateOnly today;

    private FactBook(
        (DateOnly From, DateOnly To) period, List<StudyFact> facts, StudyFact? plan, List<string> problems,
        List<RectificationNotice> notices, Rules rules, DateOnly today) =>
        (this.period, this.facts, this.plan, this.problems, this.notices, this.rules, this.today) =
            (period, facts, plan, problems, notices, rules, today);

    public static async Task<FactBook> LoadAsync(
        SupervisionDbContext db, string unit, DateOnly from, DateOnly to, Rules rules, DateOnly today,
        CancellationToken cancellationToken)
    {
        var facts = await db.Facts.AsNoTracking()
            .Where(f => f.Unit == unit && f.Counts && f.On >= from && f.On <= to)
            .OrderBy(f => f.On).ThenBy(f => f.Resource).ToListAsync(cancellationToken);
        var planName = string.Create(CultureInfo.InvariantCulture, $"units/{unit}/plans/{from.Year}");
        var plan = await db.Facts.AsNoTracking()
            .SingleOrDefaultAsync(f => f.Resource == planName && f.Kind == FactKind.PlanFiled, cancellationToken);
        var problems = await db.Problems.AsNoTracking()
            .Where(p => p.Unit == unit && p.FoundOn >= from && p.FoundOn <= to).OrderBy(p => p.FoundOn).ThenBy(p => p.Id)
            .Select(p => $"units/{unit}/problems/{p.Id}").ToListAsync(cancellationToken);
        var notices = await db.Notices.AsNoTracking()
            .Where(n => n.Unit == unit && n.IssuedOn != null).OrderBy(n => n.IssuedOn).ToListAsync(cancellationToken);
        return new FactBook((from, to), facts, plan, problems, notices, rules, today);
    }

    public Counted Count(ScoreIndicator indicator) => indicator switch
    {
        ScoreIndicator.PlanNotFiled => PlanNotFiled(),
        ScoreIndicator.SessionsMissingByMonth =>
            Missing(FactKind.Collective, 1, rules.Number("session.min_per_month"), "集中学习"),
        ScoreIndicator.DiscussionsMissingByQuarter =>
            Missing(FactKind.Discussion, 3, rules.Number("discussion.min_per_quarter"), "集体学习研讨"),
        ScoreIndicator.SessionsWithoutRecord => Without(FactKind.RecordComplete),
        ScoreIndicator.SessionsWithoutArchive => Without(FactKind.Archived),
        ScoreIndicator.SessionsHeld => Held(FactKind.Collective),
        ScoreIndicator.DiscussionsHeld => Held(FactKind.Discussion),
        ScoreIndicator.LecturesHeld => Held(FactKind.Lecture),
        ScoreIndicator.FirstTopicsStudied => Held(FactKind.FirstTopic),
        ScoreIndicator.ActivitiesRecorded => Held(FactKind.Activity),
        ScoreIndicator.ProblemsFound => new Counted(problems.Count, problems),
        ScoreIndicator.RectificationsOverdue => Of(notices.Where(WasOverdue).Select(n => n.ResourceName)),
        ScoreIndicator.LookBacksFailed => Of(notices.SelectMany(n => n.LookBacks
            .Where(back => !back.IsPassed && IsIn(back.CheckedOn)).Select(_ => n.ResourceName))),
        _ => new Counted(0, []),
    };

    private Counted PlanNotFiled()
    {
        var monthDay = rules.Text("plan.file_due");
        var year = period.From.Year.ToString(CultureInfo.InvariantCulture);
        var dueOn = DateOnly.ParseExact($"{year}-{monthDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return plan is not null && plan.On <= dueOn
            ? new Counted(0, [plan.Resource])
            : new Counted(1, [plan is null ? $"{year}年度学习计划未报备" : $"{plan.Resource}（{plan.On.ToText()}报备，应于{dueOn.ToText()}前）"]);
    }

    /// <summary>Only whole months and quarters of the period can fall short.</summary>
    private Counted Missing(FactKind kind, int months, int least, string word)
    {
        var (count, evidence) = (0, new List<string>());
        for (var from = period.From; from.AddMonths(months).AddDays(-1) <= period.To; from = from.AddMonths(months))
        {
            var held = facts.Count(f => f.Kind == kind && f.On >= from && f.On < from.AddMonths(months));
            if (held < least)
            {
                count += least - held;
                var name = months == 1
                    ? string.Create(CultureInfo.InvariantCulture, $"{from.Year}年{from.Month}月")
                    : string.Create(CultureInfo.InvariantCulture, $"{from.Year}年第{(from.Month + 2) / 3}季度");
                evidence.Add(string.Create(CultureInfo.InvariantCulture, $"{name}：{word}{held}次，应不少于{least}次"));
            }
        }

        return new Counted(count, evidence);
    }

    private Counted Held(FactKind kind) => Of(facts.Where(f => f.Kind == kind).Select(f => f.Resource));

    private Counted Without(FactKind kind)
    {
        var with = facts.Where(f => f.Kind == kind).Select(f => f.Resource).ToHashSet();
        return Of(facts.Where(f => f.Kind is FactKind.Collective or FactKind.Discussion or FactKind.Lecture)
            .Select(f => f.Resource).Distinct().Where(session => !with.Contains(session)));
    }

    /// <summary>A round whose due date lies in the period and was not met.</summary>
    private bool WasOverdue(RectificationNotice notice) =>
        notice.History.Exists(step => step.State == NoticeState.Reported && step.DueOn is { } due && IsIn(due) && step.On > due)
        || (notice.IsOverdue(today) && IsIn(notice.DueOn!.Value));

    private bool IsIn(DateOnly day) => day >= period.From && day <= period.To;

    private static Counted Of(IEnumerable<string> names)
    {
        var evidence = names.ToList();
        return new Counted(evidence.Count, evidence);
    }
}
