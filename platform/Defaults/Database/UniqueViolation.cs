using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StudySuite.Defaults.Database;

/// <summary>The database decides uniqueness; this tells which constraint refused, on either database.</summary>
public static class UniqueViolation
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    /// <param name="table">Table of the refused row.</param>
    /// <param name="column">A column of the refused index, when the table has several.</param>
    public static bool IsUniqueViolation(this DbUpdateException error, string table, string column = "") =>
        error.InnerException switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres =>
                postgres.TableName == table && Names(postgres.ConstraintName, column),
            // "UNIQUE constraint failed: annual_plan.unit, annual_plan.year"
            SqliteException { SqliteExtendedErrorCode: SqliteConstraintPrimaryKey or SqliteConstraintUnique } sqlite =>
                sqlite.Message.Contains($" {table}.", StringComparison.Ordinal) && Names(sqlite.Message, column),
            _ => false,
        };

    private static bool Names(string? constraint, string column) =>
        constraint is not null && constraint.Contains(column, StringComparison.Ordinal);
}
