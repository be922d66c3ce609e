using Grpc.Net.Client;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests;

/// <summary>A person with a token, and the services as that person reaches them.</summary>
internal sealed class Caller(ServiceHost<SessionsDbContext> host, string person, params string[] grants)
{
    private readonly GrpcChannel channel = host.ChannelAs(person, grants);

    public string Person => $"people/{person}";

    public HttpClient Http => host.HttpAs(person, grants);

    public SessionService.SessionServiceClient Sessions => new(channel);

    public SchemeService.SchemeServiceClient Schemes => new(channel);

    public NoticeService.NoticeServiceClient Notices => new(channel);

    public LeaveRequestService.LeaveRequestServiceClient Leave => new(channel);

    public RollService.RollServiceClient Rolls => new(channel);

    public SevenHavesService.SevenHavesServiceClient SevenHaves => new(channel);

    public DutyService.DutyServiceClient Duties => new(channel);

    public SignInService.SignInServiceClient SignIns => new(channel);

    public MakeUpService.MakeUpServiceClient MakeUps => new(channel);

    public RecordService.RecordServiceClient Records => new(channel);

    public MaterialService.MaterialServiceClient Materials => new(channel);

    public MaterialPackService.MaterialPackServiceClient Packs => new(channel);

    public DocumentService.DocumentServiceClient Documents => new(channel);

    public LedgerService.LedgerServiceClient Ledgers => new(channel);

    public SearchService.SearchServiceClient Search => new(channel);

    public ArchiveService.ArchiveServiceClient Archives => new(channel);

    public FirstTopicService.FirstTopicServiceClient FirstTopics => new(channel);

    public ActivityService.ActivityServiceClient Activities => new(channel);

    public ActivityFileService.ActivityFileServiceClient ActivityFiles => new(channel);

    public LectureService.LectureServiceClient Lectures => new(channel);

    public ResearchProjectService.ResearchProjectServiceClient ResearchProjects => new(channel);

    public MemberYearService.MemberYearServiceClient MemberYears => new(channel);

    public ActivityImportService.ActivityImportServiceClient ActivityImports => new(channel);
}
