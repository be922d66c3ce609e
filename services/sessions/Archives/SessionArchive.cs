using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Archives;

/// <summary>An item (件) of the folder, as the index names it: a document as data, with its printed form and files.</summary>
/// <param name="Responsible">Who answers for its content (责任者).</param>
/// <param name="DatedOn">Day of the document itself; absent when it has none.</param>
/// <param name="Pages">Of all its files; 0 when unknown.</param>
/// <param name="Files">Absent in archives of before there were any.</param>
internal sealed record ArchivedDocument(
    int Number, ArchiveItemKind Kind, string Title, string Sha256, long Length, DateOnly FiledOn,
    string Responsible = "", DateOnly? DatedOn = null, int Pages = 0, IReadOnlyList<ArchivedFile>? Files = null);

/// <summary>A file of an item; its number is the one in the item.</summary>
internal sealed record ArchivedFile(int Number, string FileName, string ContentType, string Sha256, long Length, int Pages);

/// <summary>The frozen index of a session. Its row is added once and never changed.</summary>
internal sealed class SessionArchive : Aggregate, IOwnedByUnit
{
    public SessionArchive(string unit, string session, DateOnly archivedOn, string archivedBy, Retention retention)
    {
        (Unit, Session, ArchivedOn, ArchivedBy, Retention) = (unit, session, archivedOn, archivedBy, retention);
    }

    public override string ResourceName => $"{SessionName.Of(Unit, Session)}/archive";

    public string Unit { get; private set; }

    public string Session { get; private set; }

    public DateOnly ArchivedOn { get; private set; }

    public string ArchivedBy { get; private set; }

    public Retention Retention { get; private set; }

    public List<ArchivedDocument> Items { get; private set; } = [];

    public string IndexSha256 { get; private set; } = "";

    public void Freeze(List<ArchivedDocument> items, string indexSha256) => (Items, IndexSha256) = (items, indexSha256);
}

/// <summary>A dated addition to an archive. Only ever added.</summary>
internal sealed class ArchiveAddendum(
    string unit, string session, int number, ArchiveItemKind kind, string title, string sha256, long length, DateOnly filedOn)
    : IAudited
{
    public string ResourceName => $"{SessionName.Of(Unit, Session)}/archive/items/{Number}";

    public string Unit { get; private set; } = unit;

    public string Session { get; private set; } = session;

    public int Number { get; private set; } = number;

    public ArchiveItemKind Kind { get; private set; } = kind;

    public string Title { get; private set; } = title;

    public string Sha256 { get; private set; } = sha256;

    public long Length { get; private set; } = length;

    public DateOnly FiledOn { get; private set; } = filedOn;

    public string Responsible { get; init; } = "";

    public int Pages { get; init; }

    public List<ArchivedFile> Files { get; init; } = [];

    public ArchivedDocument ToDocument() =>
        new(Number, Kind, Title, Sha256, Length, FiledOn, Responsible, FiledOn, Pages, Files);
}
