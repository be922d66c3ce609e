using Google.Protobuf.WellKnownTypes;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Sessions.V1;
using static StudySuite.Demo.Flows.FirstTopicFlow;

namespace StudySuite.Demo.Flows;

/// <summary>The steps of one session, each as the person whose duty it is.</summary>
internal sealed class SessionSteps(Cast cast, SessionScript script)
{
    private readonly Actor secretary = cast[script.Unit.Secretary];

    private string Name => script.ResourceName;

    public async Task CreateAsync() =>
        await new SessionService.SessionServiceClient(secretary.Calls).CreateSessionAsync(new CreateSessionRequest
        {
            Parent = script.Unit.ResourceName,
            SessionId = script.Id,
            Session = new Session
            {
                Topic = script.Topic,
                Forms = { script.Forms },
                ReadingClass = script.ReadingClass.Length > 0 ? $"{script.Unit.ResourceName}/sessions/{script.ReadingClass}" : "",
                PlanItem = script.PlanItem.Length > 0 ? $"{script.Unit.ResourceName}/plans/2023/items/{script.PlanItem}" : "",
                UnplannedReason = script.PlanItem.Length > 0 ? "" : "根据形势任务需要临时增学",
                PlannedOn = Text(script.Day),
            },
            RequestId = Id("create"),
        }).UnlessThereAsync();

    public async Task SubmitSchemeAsync()
    {
        var schemes = new SchemeService.SchemeServiceClient(secretary.Calls);
        var start = new DateTimeOffset(script.Day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));
        var scheme = new Scheme
        {
            Name = $"{Name}/scheme",
            StartTime = start.ToTimestamp(),
            EndTime = start.AddHours(script.Until is null ? 3 : 3 + (24 * 4)).ToTimestamp(),
            Place = $"{script.Unit.Name}会议室",
            Chair = "组长（演示）",
            Agenda =
            {
                new AgendaItem { Item = "领学原文", Person = "成员01（演示）", Minutes = 40 },
                new AgendaItem { Item = script.IsDiscussion ? "研讨交流" : "专题辅导", Person = "成员02（演示）", Minutes = 100 },
                new AgendaItem { Item = "组长总结讲话", Person = "组长（演示）", Minutes = 30 },
            },
            ReadingList = { $"{script.Topic}学习资料汇编" },
            KeynoteSpeakers = { "成员01（演示）", "成员02（演示）" },
            Preparation = "提前自学，撰写发言提纲。",
        };
        if (script.Volumes > 0)
        {
            scheme.Materials.Add(new Material { Title = $"{script.Topic}学习资料汇编", Kind = MaterialKind.File, Volumes = script.Volumes });
        }

        if (script.ShowsFiles)
        {
            scheme.Materials[0].File = await new SessionFiles(cast, script).UploadAsync();
        }

        await schemes.UpdateSchemeAsync(new UpdateSchemeRequest { Scheme = scheme });
        await schemes.SubmitSchemeAsync(new SubmitSchemeRequest { Name = scheme.Name, RequestId = Id("submit") });
    }

    public async Task ApproveSchemeAsync() =>
        await new SchemeService.SchemeServiceClient(cast[script.Unit.Leader].Calls).ApproveSchemeAsync(new ApproveSchemeRequest
        {
            Name = $"{Name}/scheme", ApprovedOn = Text(script.Day.AddDays(-8)), RequestId = Id("approve"),
        });

    public async Task IssueNoticeAsync() =>
        await new NoticeService.NoticeServiceClient(secretary.Calls).IssueNoticeAsync(new IssueNoticeRequest
        {
            Name = $"{Name}/notice", IssuedOn = Text(script.Day.AddDays(-6)), RequestId = Id("notice"),
        });

    /// <summary>At the county two departments share the work: the office sees to the venue, publicity to the materials.</summary>
    public async Task PrepareAsync()
    {
        var isCounty = script.Unit == Units.County;
        await TickAsync(isCounty ? cast["county-office"] : secretary, "venue");
        await TickAsync(isCounty ? cast["publicity"] : secretary, "materials");
        if (script.Lecturer.Length > 0)
        {
            await new LectureSteps(secretary, script).NameAndFileAsync();
        }

        if (script.ShowsFiles)
        {
            await new SessionFiles(cast, script).HandOutAsync();
        }

        async Task TickAsync(Actor by, string duty) => await new DutyService.DutyServiceClient(by.Calls).TickDutyAsync(
            new TickDutyRequest { Name = $"{Name}/duties/{duty}", DoneOn = Text(script.Day.AddDays(-2)) });
    }

    public async Task HoldAsync() =>
        await new SessionService.SessionServiceClient(secretary.Calls).HoldSessionAsync(new HoldSessionRequest
        {
            Name = Name,
            HeldOn = Text(script.Day),
            HeldUntil = script.Until is { } until ? Text(until) : "",
            MaterialVolumes = script.Volumes,
            RequestId = Id("hold"),
        });

    public async Task RecordAsync()
    {
        await MarkRollAsync();
        var records = new RecordService.RecordServiceClient(secretary.Calls);
        var minutes = Minutes();
        minutes.Etag = (await records.GetRecordAsync(new GetRecordRequest { Name = minutes.Name })).Etag;
        await records.UpdateRecordAsync(new UpdateRecordRequest { Record = minutes });
        await records.CheckNotesAsync(new CheckNotesRequest
        {
            Name = $"{Name}/record", CheckedOn = Text(LastDay.AddDays(1)), RequestId = Id("notes"),
        });
        await records.SubmitRecordAsync(new SubmitRecordRequest { Name = $"{Name}/record", RequestId = Id("record") });
    }

    public async Task CompleteAsync()
    {
        await MakeUpsAsync();
        await new SessionService.SessionServiceClient(secretary.Calls).CompleteSessionAsync(
            new CompleteSessionRequest { Name = Name, RequestId = Id("complete") });
    }

    public async Task ArchiveAsync() =>
        await new ArchiveService.ArchiveServiceClient(secretary.Calls).ArchiveSessionAsync(new ArchiveSessionRequest
        {
            Name = Name, Retention = Retention.ThirtyYears, ArchivedOn = Text(LastDay.AddDays(9)), RequestId = Id("archive"),
        });

    private DateOnly LastDay => script.Until ?? script.Day;

    private async Task MarkRollAsync()
    {
        var rolls = new RollService.RollServiceClient(secretary.Calls);
        var roll = await rolls.GetRollAsync(new GetRollRequest { Name = $"{Name}/roll" });
        var marks = new MarkAttendanceRequest { Name = roll.Name };
        // The county's first members miss a session now and then, and make it up.
        var absent = script.Absent;
        foreach (var line in roll.Lines)
        {
            var misses = line.IsFullMember && line.Person != $"people/{script.Unit.Leader}" && absent-- > 0;
            marks.Marks.Add(new AttendanceMark
            {
                Person = line.Person,
                Status = misses ? AttendanceStatus.Leave : line.IsFullMember ? AttendanceStatus.Present : AttendanceStatus.Attending,
                Remark = misses ? "外出招商" : "",
            });
        }

        await rolls.MarkAttendanceAsync(marks);
    }

    private Record Minutes() => new()
    {
        Name = $"{Name}/record",
        Recorder = "学习秘书（演示）",
        Agenda = { new AgendaItem { Item = script.IsDiscussion ? "研讨交流" : "学习辅导", Person = "成员01（演示）", Minutes = 100 } },
        LeadReadings = { new LeadReading { Title = $"{script.Topic}原文", Person = "成员01（演示）" } },
        Speeches =
        {
            new Speech { Person = $"people/{script.Unit.Short}-m02", Kind = SpeechKind.Keynote, MainPoints = "结合分管工作谈认识、谈思路。" },
            new Speech { Person = $"people/{script.Unit.Short}-m03", Kind = SpeechKind.Exchange, MainPoints = "联系实际谈体会、谈举措。" },
            new Speech { Person = $"people/{script.Unit.Leader}", Kind = SpeechKind.Summary, MainPoints = "要学以致用、以学促干。" },
        },
        Lecturer = script.Lecturer,
        LectureFilingNumber = script.Lecturer.Length > 0 ? $"新宣讲备〔2023〕{script.Day:MMdd}" : "",
        Content = $"围绕“{script.Topic}”开展学习。",
        Conclusions = "要把学习成果转化为推动工作的具体举措。",
        Actions = { new ActionItem { What = "形成落实举措清单", Owner = "各成员", DueOn = Text(LastDay.AddDays(20)) } },
        PublicityItems =
        {
            new PublicityItem { Outlet = "云上新乡县", Title = $"理论学习中心组学习：{script.Topic}", PublishedOn = Text(LastDay.AddDays(1)) },
        },
    };

    private async Task MakeUpsAsync()
    {
        var makeUps = new MakeUpService.MakeUpServiceClient(secretary.Calls);
        var open = await makeUps.ListMakeUpsAsync(new ListMakeUpsRequest { Parent = script.Unit.ResourceName, Session = Name });
        foreach (var makeUp in open.MakeUps)
        {
            if (makeUp.State == MakeUpState.Assigned)
            {
                // The member who has an account hands it in himself, for others the secretary does.
                var own = makeUp.Person == $"people/{script.Unit.Short}-m01" && script.Unit == Units.County;
                var by = own ? cast[$"{script.Unit.Short}-m01"] : secretary;
                await new MakeUpService.MakeUpServiceClient(by.Calls).SubmitMakeUpAsync(new SubmitMakeUpRequest
                {
                    Name = makeUp.Name, Way = MakeUpWay.SelfStudy, Content = $"自学《{script.Topic}学习资料汇编》",
                    DoneOn = Text(LastDay.AddDays(6)), RequestId = $"{Short(makeUp.Name)}-submit",
                });
            }

            if (makeUp.State is MakeUpState.Assigned or MakeUpState.Submitted)
            {
                await makeUps.ConfirmMakeUpAsync(new ConfirmMakeUpRequest { Name = makeUp.Name, RequestId = $"{Short(makeUp.Name)}-confirm" });
            }
        }
    }

    private static string Short(string name) => $"demo-{name.Split('/')[^1]}"[..Math.Min(50, $"demo-{name.Split('/')[^1]}".Length)];

    private string Id(string step) => $"{script.Unit.Short}-{script.Id}-{step}";
}
