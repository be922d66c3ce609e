using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Authentication;

namespace StudySuite.Defaults.Doctor;

/// <summary>The public keys with which tokens are checked, at the address they are fetched from.</summary>
internal sealed class KeysCheckup(IOptions<AuthOptions> auth) : ICheckup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await ExamineAsync(auth.Value.EffectiveJwksUri, cancellationToken);
    }

    private static async Task<Finding> ExamineAsync(string address, CancellationToken cancellationToken)
    {
        var about = $"keys {address}";
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var keys = JsonDocument.Parse(await client.GetStringAsync(new Uri(address), cancellationToken));
            var count = keys.RootElement.GetProperty("keys").GetArrayLength();
            return count > 0
                ? Finding.Good(about, $"{count}")
                : Finding.Bad(about,
                    "没有密钥，无人能登录。请查看 directory 的日志。", "There is no key, and nobody can sign in: see directory's log.");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or UriFormatException
                                          or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Finding.Warning(
                about, $"取不到令牌公钥：{error.Message} directory 未运行，或设置 Auth:JwksUri、Auth:Issuer 有误。",
                $"The keys of tokens cannot be fetched: {error.Message} directory is not up, or Auth:JwksUri or Auth:Issuer is wrong.");
        }
    }
}
