using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StudySuite.Bulletin.Drafts;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService(
    BulletinDbContext db, TimeProvider clock, IOptions<BulletinOptions> options)
    : V1.BulletinService.BulletinServiceBase
{
    private const string MaxCharsKey = "bulletin.max_chars";
    private const string Pattern = "units/{unit}/bulletins/{bulletin}";

    private Task<StudyBulletin> FindAsync(string name, ServerCallContext context) =>
        FindByIdAsync(ResourceName.Parse(Pattern, name)[1], name, context);

    private async Task<StudyBulletin> FindByIdAsync(string id, string name, ServerCallContext context) =>
        await db.Bulletins.VisibleTo(context.Call(), db)
            .SingleOrDefaultAsync(bulletin => bulletin.Id == id, context.CancellationToken)
        ?? throw BulletinErrors.NotFound(name);

    private Task<UnitView> IssuerAsync(string unit, ServerCallContext context) =>
        db.UnitViews.AsNoTracking().SingleAsync(view => view.Code == unit, context.CancellationToken);

    private Task<Rules> RulesAsync(ServerCallContext context) =>
        Rules.LoadAsync(db, clock.Today(), context.CancellationToken);

    private async Task<V1.Bulletin> ToProtoAsync(StudyBulletin bulletin, ServerCallContext context) =>
        ToProto(bulletin, (await RulesAsync(context)).Number(MaxCharsKey));

    /// <param name="maxChars">The limit in force today, for a bulletin that has not been judged yet.</param>
    private static V1.Bulletin ToProto(StudyBulletin bulletin, int maxChars)
    {
        var (draft, count) = (bulletin.Draft, bulletin.Draft.CharCount());
        maxChars = bulletin.State == BulletinState.Draft ? maxChars : bulletin.MaxChars;
        return new V1.Bulletin
        {
            Name = bulletin.ResourceName,
            Year = bulletin.Year,
            Half = bulletin.Half,
            StartDate = bulletin.StartDate.ToText(),
            EndDate = bulletin.EndDate.ToText(),
            Title = draft.Title,
            NumberPrefix = draft.NumberPrefix,
            Overview = draft.Text.Overview,
            Practices = draft.Text.Practices,
            Problems = draft.Text.Problems,
            Requirements = draft.Text.Requirements,
            GoodPractices = { draft.Text.GoodPractices.Select(practice => practice.ToProto()) },
            SignOffSteps = { draft.SignOffSteps },
            State = (V1.BulletinState)bulletin.State,
            SubmittedBy = bulletin.SubmittedBy.Length > 0 ? $"people/{bulletin.SubmittedBy}" : "",
            FreezeTime = bulletin.FrozenAt?.ToTimestamp(),
            Signatures = { bulletin.Signatures.Select(ToProto) },
            ReturnReason = bulletin.ReturnReason,
            Number = bulletin.Number ?? "",
            IssuedOn = bulletin.IssuedOn.ToText(),
            RecipientCount = bulletin.RecipientCount,
            CharCount = count,
            MaxChars = maxChars,
            IsTooLong = maxChars > 0 && count > maxChars,
            Rulebook = bulletin.Rulebook,
            Etag = bulletin.Etag,
            CreateTime = bulletin.CreatedAt.ToTimestamp(),
            UpdateTime = bulletin.UpdatedAt.ToTimestamp(),
            Addressee = draft.Addressee,
            CopiesTo = draft.CopiesTo,
            Naming = draft.Naming ? V1.NamingLevel.Named : V1.NamingLevel.Unnamed,
            RemindedOn = bulletin.RemindedOn.ToText(),
        };
    }

    private static V1.Signature ToProto(Signature signature) => new()
    {
        Step = signature.Step,
        Person = $"people/{signature.Person}",
        PersonName = signature.PersonName,
        Opinion = signature.Opinion,
        SignTime = signature.SignedAt.ToTimestamp(),
    };
}
