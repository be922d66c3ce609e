using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;
using ActivityService = StudySuite.Sessions.Activities.ActivityService;

namespace StudySuite.Sessions.MemberYears;

internal sealed class MemberYearService(SessionsDbContext db, TimeProvider clock) : V1.MemberYearService.MemberYearServiceBase
{
    public override async Task<MemberYear> GetMemberYear(GetMemberYearRequest request, ServerCallContext context) =>
        await ReadAsync(request.Name, context);

    public override async Task<HttpBody> ExportMemberYear(ExportMemberYearRequest request, ServerCallContext context)
    {
        var form = request.Form == DocumentForm.Unspecified ? DocumentForm.Docx : request.Form;
        new Violations().Enum("form", form).ThrowIfAny();
        var page = await ReadAsync(request.Name, context);

        var year = page.Name[(page.Name.LastIndexOf('/') + 1)..];
        return Download.Send(context, MemberYearPaper.Write(page, year).ToDownload(
            form == DocumentForm.PrintPage ? FileForm.Print : FileForm.Docx, $"{page.PersonName}{year}年度个人学习情况"));
    }

    private async Task<MemberYear> ReadAsync(string name, ServerCallContext context)
    {
        var parts = ResourceName.Parse("units/{unit}/people/{person}/years/{year}", name);
        var (unit, me, cancellationToken) = (parts[0], context.Caller().Person, context.CancellationToken);
        if (!int.TryParse(parts[2], out var year) || year is < 1950 or > 2200 || (parts[1] != "me" && parts[1] != me))
        {
            throw MemberYearErrors.NotFound(name);
        }

        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var member = await db.MemberViews.AsNoTracking()
                .Where(m => m.Unit == unit && m.Person == me && m.From <= last && (m.To == null || m.To >= first))
                .OrderByDescending(m => m.From).FirstOrDefaultAsync(cancellationToken)
            ?? throw MemberYearErrors.NotFound(name);
        var deeds = (await MemberDeeds.ReadAsync(db, unit, year, [me], cancellationToken)).Single();
        var today = clock.Today();
        var rules = await Rules.LoadAsync(db, unit, last < today ? last : today, cancellationToken);
        var projects = (await db.ResearchProjects.AsNoTracking().Where(p => p.Unit == unit && p.Year == year)
            .OrderBy(p => p.Id).ToListAsync(cancellationToken)).Where(project => project.People.Contains(me));

        return new MemberYear
        {
            Name = $"units/{unit}/people/{me}/years/{parts[2]}",
            PersonName = member.Name,
            UnitName = await db.UnitNameAsync(unit, cancellationToken),
            Sessions = { deeds.Sessions.Select(ToProto) },
            Activities = { deeds.Activities.Select(activity => ActivityService.ToProto(activity, withComments: true)) },
            ResearchProjects = { projects.Select(project => project.ToProto()) },
            MakeUps =
            {
                deeds.OpenMakeUps.Select(makeUp => new MemberMakeUp
                {
                    MakeUp = makeUp.ResourceName, Topic = makeUp.Topic, DueOn = makeUp.DueOn.ToText(),
                }),
            },
            Expectations = { member.IsFull ? Obligations.Of(deeds, rules, year) : [] },
        };
    }

    private static MemberSession ToProto(AttendedSession attended) => new()
    {
        Session = SessionName.Of(attended.Session.Unit, attended.Session.Id),
        Topic = attended.Session.Topic,
        HeldOn = attended.Session.HeldOn.ToText(),
        Status = attended.Status,
        Speeches = attended.Speeches,
    };
}
