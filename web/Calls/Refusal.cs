using Google.Rpc;
using Grpc.Core;
using StudySuite.Web.Texts;

namespace StudySuite.Web.Calls;

/// <summary>What the server did not do and why: a sentence for the page, one for each field that it names.</summary>
/// <param name="Reason">The stable reason, such as <c>STALE</c>.</param>
/// <param name="Fields">Path of a field, as the contract spells it, to its sentence.</param>
public sealed record Refusal(string Reason, string Sentence, IReadOnlyDictionary<string, string> Fields)
{
    public bool IsConflict { get; private init; }

    /// <summary>The session is over.</summary>
    public bool IsSignedOut { get; private init; }

    internal static Refusal Of(RpcException error, Words words)
    {
        var status = error.GetRpcStatus();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var violation in status?.GetDetail<BadRequest>()?.FieldViolations ?? [])
        {
            fields.TryAdd(violation.Field, violation.Description);
        }

        return new Refusal(
            status?.GetDetail<ErrorInfo>()?.Reason ?? error.StatusCode.ToString(), SentenceOf(error, words), fields)
        {
            IsConflict = error.StatusCode == StatusCode.Aborted,
            IsSignedOut = error.StatusCode == StatusCode.Unauthenticated,
        };
    }

    /// <summary>Sentence of a field, also when the server names it below a message or in an item of a list.</summary>
    public string? Of(string field) => Fields.GetValueOrDefault(field);

    /// <summary>The same, said at the field that mends it.</summary>
    internal Refusal At(string field) => this with { Fields = new Dictionary<string, string>(StringComparer.Ordinal) { [field] = Sentence } };

    private static string SentenceOf(RpcException error, Words words) => error.StatusCode switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled => words["服务暂时不可用，请稍后再试。"],
        StatusCode.Unauthenticated => words["登录已过期，请重新登录。"],
        _ when error.Status.Detail.Length > 0 => error.Status.Detail,
        _ => words["没有完成，请稍后再试。"],
    };
}
