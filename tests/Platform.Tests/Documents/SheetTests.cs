using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using StudySuite.Defaults.Errors;
using StudySuite.Documents;
using Column = StudySuite.Documents.Column;
using Table = StudySuite.Documents.Table;

namespace StudySuite.Platform.Tests.Documents;

public sealed partial class SheetTests
{
    private static readonly SheetTemplate Template =
        new("名单", new SheetColumn("姓名", IsRequired: true)) { MaxRows = 20 };

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("\t=1+1")]
    public void ToXlsx_TextThatWouldRun_IsTextBehindAnApostrophe(string text)
    {
        var bytes = new Table(text, new Column("甲"), new Column(text)).Row(text, -3).ToXlsx();

        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
        Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
        Assert.DoesNotContain(cells.Select(TextOf), shown => shown.Length > 0 && "=+@\t".Contains(shown[0]));
        Assert.Equal(2, cells.Select(TextOf).Count(shown => shown.StartsWith('\'')));
        // A number stays one, also below zero.
        Assert.Contains(cells, cell => cell.CellValue?.Text == "-3" && cell.DataType?.Value != CellValues.String);
    }

    [Fact]
    public void Read_MoreRowsThanAllowed_IsRefusedWithTheLimit()
    {
        Assert.Equal(20, Template.Read(SheetOf(20)).Rows.Count);

        var refused = Assert.Throws<DomainError>(() => Template.Read(SheetOf(21)));

        var violation = Assert.Single(refused.Violations);
        Assert.Equal(("file", "SHEET_TOO_MANY_ROWS"), (violation.Field, violation.Reason));
        Assert.Equal(("max", "20"), Assert.Single(violation.Metadata.Select(pair => (pair.Key, pair.Value))));
    }

    [Fact]
    public void Read_RowFarBelowTheOthers_IsRefusedBeforeItsEmptyOnesAreMade()
    {
        var file = new MemoryStream();
        file.Write(SheetOf(1));
        using (var book = SpreadsheetDocument.Open(file, isEditable: true))
        {
            var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.GetFirstChild<SheetData>()!;
            rows.Append(new Row { RowIndex = 1_048_576 });
        }

        var refused = Assert.Throws<DomainError>(() => Template.Read(file.ToArray()));

        Assert.Equal("SHEET_TOO_MANY_ROWS", Assert.Single(refused.Violations).Reason);
    }

    private static byte[] SheetOf(int rows) => Enumerable.Range(1, rows)
        .Aggregate(new Table("名单", new Column("姓名")), (table, number) => table.Row($"成员{number}")).ToXlsx();

    private static string TextOf(Cell cell) => Escaped().Replace(
        cell.CellValue?.Text ?? cell.InlineString?.InnerText ?? "",
        found => ((char)Convert.ToInt32(found.Groups[1].Value, 16)).ToString());

    /// <summary>How a workbook writes what XML cannot.</summary>
    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
