using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Rulebooks;

internal sealed partial class RulebookService(DirectoryDbContext db, TimeProvider clock)
    : V1.RulebookService.RulebookServiceBase
{
    public override async Task<V1.Rulebook> GetRulebook(GetRulebookRequest request, ServerCallContext context)
    {
        var number = Rulebook.NumberOf(ResourceName.Parse("rulebooks/{number}", request.Name)[0]);
        var rulebook = await db.Rulebooks.AsNoTracking()
            .SingleOrDefaultAsync(rulebook => rulebook.Number == number, context.CancellationToken);
        return rulebook is null ? throw RulebookErrors.NotFound(request.Name) : ToProto(rulebook);
    }

    public override async Task<ListRulebooksResponse> ListRulebooks(ListRulebooksRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var before = Paging.After<PageKey>(request.PageToken)?.Number ?? int.MaxValue;

        var read = await db.Rulebooks.AsNoTracking().Where(rulebook => rulebook.Number < before)
            .OrderByDescending(rulebook => rulebook.Number).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, rulebook => new PageKey(rulebook.Number));

        return new ListRulebooksResponse { Rulebooks = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private static V1.Rulebook ToProto(Rulebook rulebook) => new()
    {
        Name = rulebook.ResourceName,
        EffectiveFrom = rulebook.EffectiveFrom.ToText(),
        Parameters = { rulebook.Parameters },
        PublishTime = rulebook.CreatedAt.ToTimestamp(),
        Overrides =
        {
            rulebook.ListOverrides().Select(rule => new V1.RuleOverride { Scope = rule.Scope, Key = rule.Key, Value = rule.Value }),
        },
    };

    private sealed record PageKey(int Number);
}
