using System.Globalization;
using StudySuite.Demo.Flows;
using StudySuite.Sessions.V1;

namespace StudySuite.Demo.Year2023;

/// <summary>One session of the replay.</summary>
/// <param name="PlanItem">Item of the unit's plan; empty when it was added during the year.</param>
/// <param name="ReadingClass">Id of the reading class that it is part of.</param>
/// <param name="Volumes">Printed volumes of study material.</param>
/// <param name="Absent">Full members who miss it and make it up.</param>
public sealed record SessionScript(
    DemoUnit Unit, string Id, string Topic, DateOnly Day, SessionForm[] Forms, string PlanItem = "", string ReadingClass = "",
    int Volumes = 0, string Lecturer = "", int Absent = 0, DateOnly? Until = null)
{
    public string ResourceName => $"{Unit.ResourceName}/sessions/{Id}";

    /// <summary>The one session of which the replay shows materials as files, their compilation and the archive package.</summary>
    public bool ShowsFiles => Unit == Units.County && Id == "demo-talk-01";

    public bool IsDiscussion => Forms.Contains(SessionForm.Discussion);

    /// <summary>
    /// The county's twelve discussions (three with an expert's lecture), two reading classes with two topic discussions
    /// each, six further lectures; and one discussion of each unit below. Reading classes come before what is inside them.
    /// </summary>
    public static IReadOnlyList<SessionScript> OfTheYear(Year year)
    {
        var county = Units.County;
        var sessions = new List<SessionScript>();
        for (var term = 1; term <= year["reading_classes"]; term++)
        {
            var day = term == 1 ? new DateOnly(2023, 5, 8) : new DateOnly(2023, 9, 11);
            sessions.Add(new(county, $"demo-class-{term}", $"主题教育读书班第{term}期", day, [SessionForm.ReadingClass], Volumes: 80, Until: day.AddDays(4)));
            for (var i = 1; i <= year["reading_class_discussions"] / year["reading_classes"]; i++)
            {
                sessions.Add(new(
                    county, $"demo-class-{term}-talk-{i}", $"主题教育专题研讨（{term}-{i}）", day.AddDays(i), [SessionForm.Discussion],
                    ReadingClass: $"demo-class-{term}"));
            }
        }

        var lectures = year["expert_lectures"];
        var discussions = year["collective_discussions"];
        for (var month = 1; month <= discussions; month++)
        {
            var withLecture = month % 4 == 0;
            lectures -= withLecture ? 1 : 0;
            SessionForm[] forms = withLecture ? [SessionForm.Discussion, SessionForm.Lecture] : [SessionForm.Discussion];
            sessions.Add(new(
                county, $"demo-talk-{month:d2}", PlanFlow.Topics[month - 1], new DateOnly(2023, month, 15), forms,
                PlanItem: month.ToString("d2", CultureInfo.InvariantCulture), Volumes: 60,
                Lecturer: withLecture ? "省委党校教授（演示）" : "", Absent: month % 3));
        }

        for (var i = 1; i <= lectures; i++)
        {
            sessions.Add(new(
                county, $"demo-lecture-{i}", $"专题辅导报告会（{i}）", new DateOnly(2023, i * 2, 22 - i), [SessionForm.Lecture],
                Volumes: 20, Lecturer: "市委讲师团专家（演示）"));
        }

        sessions.AddRange(Units.Below.Select((unit, i) => new SessionScript(
            unit, "demo-talk-04", PlanFlow.Topics[3], new DateOnly(2023, 4, 10 + i), [SessionForm.Discussion], PlanItem: "04", Volumes: 5)));
        return sessions;
    }
}
