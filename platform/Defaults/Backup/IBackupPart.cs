namespace StudySuite.Defaults.Backup;

/// <summary>Something a service must not lose: its database, its files.</summary>
public interface IBackupPart
{
    string Part { get; }

    /// <summary>Writes everything below the folder and says what that was. Services may go on working
    /// meanwhile.</summary>
    Task<BackupContent> SaveAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Is there anything that a restore would overwrite?</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellationToken);

    /// <summary>Counts and hashes of what lies in the backup, read anew.</summary>
    Task<IReadOnlyDictionary<string, BackupItem>> ReadSavedAsync(
        string folder, BackupContent content, CancellationToken cancellationToken);

    /// <summary>Puts it back in place of what is there, and counts and hashes what is there then.</summary>
    /// <exception cref="Hosting.StartupError">The backup does not fit this build or database.</exception>
    Task<IReadOnlyDictionary<string, BackupItem>> RestoreAsync(
        string folder, BackupContent content, CancellationToken cancellationToken);
}
