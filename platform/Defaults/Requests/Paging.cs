using System.Text;
using System.Text.Json;
using StudySuite.Defaults.Errors;

namespace StudySuite.Defaults.Requests;

/// <summary>Pages by the key of the last row (AIP-158), so that rows that come or go do not shift the next page.</summary>
public static class Paging
{
    public const int DefaultSize = 50;
    public const int MaxSize = 200;

    /// <summary>0 → 50, more than 200 → 200.</summary>
    /// <exception cref="DomainError">NUMBER_OUT_OF_RANGE for a negative size.</exception>
    public static int Size(int requested) => requested switch
    {
        < 0 => throw DomainError.Invalid("page_size", "NUMBER_OUT_OF_RANGE", ("min", "0"), ("max", "200")),
        0 => DefaultSize,
        _ => Math.Min(requested, MaxSize),
    };

    /// <summary>The key that a page token holds, or null for the first page.</summary>
    /// <exception cref="DomainError">PAGE_TOKEN_INVALID</exception>
    public static TKey? After<TKey>(string token)
        where TKey : class
    {
        if (token.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<TKey>(Encoding.UTF8.GetString(Convert.FromBase64String(token)))
                ?? throw CommonErrors.PageTokenInvalid();
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw CommonErrors.PageTokenInvalid();
        }
    }

    /// <summary>
    /// Cuts the one row too many that was read to see whether more follow.
    /// Read <c>Take(size + 1)</c> rows in key order and pass them all.
    /// </summary>
    public static (List<TRow> Rows, string NextPageToken) Cut<TRow, TKey>(List<TRow> rows, int size, Func<TRow, TKey> key)
    {
        if (rows.Count <= size)
        {
            return (rows, "");
        }

        rows.RemoveRange(size, rows.Count - size);
        return (rows, Token(key(rows[^1])));
    }

    /// <summary>What <see cref="After"/> reads.</summary>
    public static string Token<TKey>(TKey key) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(key));
}
