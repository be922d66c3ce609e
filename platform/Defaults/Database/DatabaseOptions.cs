using System.ComponentModel.DataAnnotations;

namespace StudySuite.Defaults.Database;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>SQLite: folder of the database files, one per service.</summary>
    [Required]
    public string Folder { get; set; } = "data";

    /// <summary>
    /// PostgreSQL: server and credentials in Npgsql's form, without the database, whose name is the service's.
    /// </summary>
    public string Connection { get; set; } = "";

    /// <summary>PostgreSQL: file that holds the password, when it shall not stand in <see cref="Connection"/>.</summary>
    public string PasswordFile { get; set; } = "";
}
