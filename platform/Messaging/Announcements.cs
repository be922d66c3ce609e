using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace StudySuite.Messaging;

/// <summary>
/// The contexts that have announced something since their last commit, whether the row goes through the change tracker or
/// past it. One that is rolled back stays, and costs its next commit a look into the outbox for nothing.
/// </summary>
internal static class Announcements
{
    private static readonly ConditionalWeakTable<DbContext, object> Contexts = [];
    private static readonly object Announced = new();

    public static void Note(DbContext db) => Contexts.TryAdd(db, Announced);

    /// <returns>Whether there was any; from now on there is none.</returns>
    public static bool Take(DbContext db) => Contexts.Remove(db);
}
