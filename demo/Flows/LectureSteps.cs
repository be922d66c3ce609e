using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Sessions.V1;

namespace StudySuite.Demo.Flows;

/// <summary>Lecturers from outside: in the county's pool, named for the session, and filed before the lecture is held.</summary>
internal sealed class LectureSteps(Actor secretary, SessionScript script)
{
    private static readonly (string Id, string Name, string Employer, string Title)[] Pool =
    [
        ("demo-professor", "省委党校教授（演示）", "省委党校", "教授"),
        ("demo-speaker", "市委讲师团专家（演示）", "市委讲师团", "专家"),
    ];

    public async Task NameAndFileAsync()
    {
        var lectures = new LectureService.LectureServiceClient(secretary.Calls);
        var (id, name, employer, title) = Pool.Single(lecturer => lecturer.Name == script.Lecturer);
        await lectures.CreateLecturerAsync(new CreateLecturerRequest
        {
            Parent = script.Unit.ResourceName,
            LecturerId = id,
            Lecturer = new Lecturer
            {
                PersonName = name, Employer = employer, Title = title, Topics = { "党的创新理论", "县域经济" }, IsExternal = true,
            },
        }).UnlessThereAsync();
        var lecture = $"{script.ResourceName}/lecture";
        await lectures.UpdateLectureAsync(new UpdateLectureRequest
        {
            Lecture = new Lecture
            {
                Name = lecture, Lecturer = $"{script.Unit.ResourceName}/lecturers/{id}", Topic = script.Topic,
                Outline = "一、时代背景；二、核心要义；三、实践要求。",
            },
        });
        await lectures.FileLectureAsync(new FileLectureRequest
        {
            Name = lecture, FilingNumber = $"新宣讲备〔2023〕{script.Day:MMdd}", FiledOn = FirstTopicFlow.Text(script.Day.AddDays(-5)),
        });
    }
}
