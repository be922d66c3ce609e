using Microsoft.Extensions.Options;
using StudySuite.Defaults.Restrictions;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Identity;
using StudySuite.Roster;

namespace StudySuite.Directory.Restrictions;

/// <summary>What the rulebook turns on, and what the product does without altogether (DOMAIN §10.1 to §10.5).</summary>
internal sealed class RulebookRestrictions(IServiceScopeFactory scopes, IOptions<IdentityOptions> identity,
    TimeProvider clock)
    : IRestrictedFunctions
{
    private static readonly RestrictedFunction[] NotBuilt =
    [
        RestrictedFunction.NotBuilt("points", "积分", "points"),
        RestrictedFunction.NotBuilt("online-time", "在线时长、学习时长统计", "time spent online"),
        RestrictedFunction.NotBuilt("punch-in", "强制打卡", "mandatory punch-in"),
        RestrictedFunction.NotBuilt("log-in-statistics", "登录次数、安装率统计与通报", "figures of log-ins or installations"),
        RestrictedFunction.NotBuilt("likes-and-forwards", "点赞、投票、转发", "likes, votes, forwards"),
        RestrictedFunction.NotBuilt("live-scoreboard", "日常化线上考核、实时排行", "daily assessment, live scoreboard"),
        RestrictedFunction.NotBuilt("location", "定位、轨迹", "location, tracks"),
        RestrictedFunction.NotBuilt("forced-photos", "强制上传工作照片、截图、视频", "mandatory photos, screenshots, video"),
        RestrictedFunction.NotBuilt("face-recognition", "人脸识别", "face recognition"),
        RestrictedFunction.NotBuilt("advertising", "商业活动、广告", "business, advertising"),
    ];

    public async Task<IReadOnlyList<RestrictedFunction>> ListAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDbContext>();
        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        return
        [
            .. NotBuilt,
            new("qr-sign-in", "扫码签到（每次学习另行开启，不计排名）", "sign-in by QR code, opened for each session", true,
                rules.IsOn("attendance.qr_sign_in"), "attendance.qr_sign_in"),
            new("ranking", "通报中的单位排名", "ranking of units in bulletins", true, rules.IsOn("bulletin.ranking"), "bulletin.ranking"),
            new("outside-log-in", "外部统一身份认证登录", "log-in at an outside provider", true, identity.Value.External.IsOn,
                "Identity:External:Authority"),
        ];
    }
}
