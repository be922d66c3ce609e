using System.Collections.Concurrent;
using System.Data;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;

namespace StudySuite.Defaults.Requests;

/// <summary>
/// A request with a <c>request_id</c> takes effect once. The id is claimed first, in the transaction that the work then
/// saves in: a parallel repeat waits for it and gets the stored answer, a crash leaves no trace of either.
/// RPCs of one message go through it by themselves; an upload calls it when its bytes are there.
/// </summary>
public sealed partial class RequestOnce<TDb>(TDb db, CallContext call, TimeProvider clock)
    where TDb : DbContext
{
    private static readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor?> Fields = new();

    /// <param name="method">Full name of the RPC.</param>
    /// <param name="message">The whole request: the same id with another one is refused.</param>
    public async Task<TResponse> RunAsync<TResponse>(
        string method, IMessage message, Func<Task<TResponse>> work, CancellationToken cancellationToken)
        where TResponse : class
    {
        var field = Fields.GetOrAdd(message.Descriptor, descriptor => descriptor.FindFieldByName("request_id"));
        if (field?.Accessor.GetValue(message) is not string { Length: > 0 } requestId)
        {
            return await work();
        }

        if (!IdPattern().IsMatch(requestId))
        {
            throw CommonErrors.RequestIdInvalid();
        }

        var caller = call.Caller?.Person ?? "anonymous";
        var hash = HashOf(method, message);
        await using var transaction =
            await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

        if (!await ClaimAsync(caller, requestId, hash, cancellationToken))
        {
            return await StoredAsync<TResponse>(caller, requestId, hash, cancellationToken);
        }

        var response = await work();

        await db.Set<RequestLogEntry>()
            .Where(entry => entry.Caller == caller && entry.RequestId == requestId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(entry => entry.Response, WithoutSecrets((IMessage)response).ToByteArray()),
                cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return response;
    }

    private async Task<bool> ClaimAsync(
        string caller, string requestId, byte[] hash, CancellationToken cancellationToken)
    {
        // Both databases store instants differently: the value goes through the model's own conversion.
        var createdAt = db.Database.IsSqlite() ? (object)clock.GetUtcNow().UtcTicks : clock.GetUtcNow();
        return await db.Database.ExecuteSqlAsync(
            $"""
            insert into request_log (caller, request_id, hash, response, created_at)
            values ({caller}, {requestId}, {hash}, {Array.Empty<byte>()}, {createdAt})
            on conflict (caller, request_id) do nothing
            """,
            cancellationToken) == 1;
    }

    private async Task<TResponse> StoredAsync<TResponse>(
        string caller, string requestId, byte[] hash, CancellationToken cancellationToken)
        where TResponse : class
    {
        var stored = await db.Set<RequestLogEntry>().AsNoTracking().SingleAsync(
            entry => entry.Caller == caller && entry.RequestId == requestId, cancellationToken);
        if (!stored.Hash.AsSpan().SequenceEqual(hash))
        {
            throw CommonErrors.RequestIdReused();
        }

        var response = (IMessage)Activator.CreateInstance<TResponse>();
        response.MergeFrom(stored.Response);
        return (TResponse)response;
    }

    /// <summary>A field marked <c>debug_redact</c> is told once and never stored; a repeat's answer lacks it.</summary>
    private static IMessage WithoutSecrets(IMessage response)
    {
        var secrets = response.Descriptor.Fields.InDeclarationOrder()
            .Where(field => field.GetOptions()?.DebugRedact == true)
            .ToList();
        if (secrets.Count == 0)
        {
            return response;
        }

        var stored = response.Descriptor.Parser.ParseFrom(response.ToByteArray());
        secrets.ForEach(field => field.Accessor.Clear(stored));
        return stored;
    }

    private static byte[] HashOf(string method, IMessage request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(method));
        hash.AppendData(request.ToByteArray());
        return hash.GetHashAndReset();
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{8,64}$")]
    private static partial Regex IdPattern();
}
