using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace StudySuite.Messaging;

/// <summary>Faults of the surroundings, which go away by themselves and say nothing about the message or the call.</summary>
public static class Transient
{
    public static bool Is(Exception? error) => error switch
    {
        null => false,
        SocketException or TimeoutException => true,
        // SQLITE_BUSY and SQLITE_LOCKED
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        DbException { IsTransient: true } => true,
        _ => Is(error.InnerException),
    };
}

internal static class Backoff
{
    /// <summary>Doubles with every attempt up to <paramref name="longest"/>; up to a quarter less, so that many do not come back at once.</summary>
    public static TimeSpan Pause(int attempt, TimeSpan first, TimeSpan longest)
    {
        var doubled = first * Math.Pow(2, Math.Min(attempt - 1, 20));
        var pause = doubled < longest ? doubled : longest;
        return pause * (1 - (Random.Shared.NextDouble() / 4));
    }
}
