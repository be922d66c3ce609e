using StudySuite.Directory.V1;
using StudySuite.Documents;

namespace StudySuite.Directory.Rosters;

/// <summary>What a sheet comes to: counted the same in a dry run and in earnest.</summary>
internal sealed class RosterImport(SheetReading reading)
{
    public IReadOnlyList<SheetRow> Rows { get; } = reading.Rows;

    public List<SheetProblem> Problems { get; } = [.. reading.Problems];

    public int Created { get; set; }

    public int Updated { get; set; }

    public List<NewAccount> Accounts { get; } = [];

    /// <summary>A row whose cells are wrong is looked at no further: what follows from them would only confuse.</summary>
    public IEnumerable<SheetRow> Sound()
    {
        var wrong = reading.Problems.Select(problem => problem.Row).ToHashSet();
        return Rows.Where(row => !wrong.Contains(row.Number));
    }

    public void Refuse(SheetRow row, string column, string reason, params (string Key, string Value)[] metadata) =>
        Problems.Add(row.Problem(column, reason, metadata));
}
