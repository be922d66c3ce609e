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
    /// PostgreSQL: server and credentials in Npgsql's form. Without a database, its name is the service's.
    /// </summary>
    public string Connection { get; set; } = "";

    /// <summary>PostgreSQL: put before the service's name, so that one server can hold several counties.</summary>
    public string NamePrefix { get; set; } = "";

    /// <summary>PostgreSQL: file that holds the password, when it shall not stand in <see cref="Connection"/>.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>
    /// Brings the schema up to date before serving: right for one process, not for replicas, which leave it to the
    /// <c>migrate</c> verb.
    /// </summary>
    public bool MigrateAtStart { get; set; }
}
