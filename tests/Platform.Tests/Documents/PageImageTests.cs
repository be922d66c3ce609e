using StudySuite.Documents;
using StudySuite.Testing;

namespace StudySuite.Platform.Tests.Documents;

/// <summary>What stands on paper, measured on the pages that LibreOffice makes (GB/T 9704-2012, 5.2).</summary>
[Trait("Needs", "Servers")]
public sealed class PageImageTests
{
    private const double PointsOfMillimetre = 72 / 25.4;

    [Fact]
    public async Task FullPage_OfBodyText_Holds22LinesOf28CharactersInTheTypeArea()
    {
        var pages = await PageImages.OfDocxAsync(Samples.FullPages().ToDocx());

        // The first page begins with the title; the second holds text only, and its number below the area.
        var page = pages[1];
        var lines = page.Lines.Where(line => line.Text.StartsWith('学')).ToList();
        Assert.Equal((210, 297), (Millimetres(page.Width), Millimetres(page.Height)));
        Assert.Equal(Enumerable.Repeat(28, 22), lines.Select(line => line.Text.Length));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.InRange(
            pair.Second.Top - pair.First.Top, 225 * PointsOfMillimetre / 22 - 0.1, 225 * PointsOfMillimetre / 22 + 0.1));
        Assert.All(lines, line =>
        {
            Assert.InRange(line.Left / PointsOfMillimetre, 27.5, 28.5);
            Assert.InRange(line.Right / PointsOfMillimetre, 183, 184.5);
        });
        Assert.InRange(lines[0].Top / PointsOfMillimetre, 36.5, 42);
        Assert.InRange(lines[^1].Bottom / PointsOfMillimetre, 257, 262.5);
    }

    [Fact]
    public async Task Letter_WithEveryPart_HasThemWhereTheStandardPutsThem()
    {
        var pages = await PageImages.OfDocxAsync(Samples.Everything().ToDocx());
        var first = pages[0].Lines;

        var mark = first.Single(line => line.Text.Contains("宣传部文件", StringComparison.Ordinal));
        var number = first.Single(line => line.Text.Contains("〔2023〕1号", StringComparison.Ordinal));
        var addressee = first.Single(line => line.Text.StartsWith("各乡镇党委", StringComparison.Ordinal));
        var heading = first.Single(line => line.Text.StartsWith("一、总体情况", StringComparison.Ordinal));
        Assert.InRange(mark.Top / PointsOfMillimetre, 37 + 35 - 2, 37 + 35 + 4);
        Assert.InRange(Centre(mark), 106 - 3, 106 + 3);
        Assert.InRange(Centre(number), 106 - 3, 106 + 3);
        Assert.InRange(addressee.Left / PointsOfMillimetre, 27.5, 28.5);
        Assert.InRange((heading.Left - addressee.Left) / 16, 1.8, 2.2);
        // A title of large letters that runs over keeps the pitch of the lines.
        var title = first.Single(line => line.Text.StartsWith("关于2023年", StringComparison.Ordinal));
        var next = first.First(line => line.Top > title.Top + 1);
        Assert.InRange((next.Top - title.Top) / PointsOfMillimetre, 10.1, 10.4);
        // — 1 — at the outer edge, 7 mm under the area, on odd pages at the right and on even ones at the left.
        var (odd, even) = (NumberOf(pages[0], 1), NumberOf(pages[1], 2));
        Assert.InRange(odd.Top / PointsOfMillimetre, 262 + 5, 262 + 11);
        Assert.True(odd.Left > pages[0].Width / 2 && even.Right < pages[1].Width / 2);
    }

    private static PageLine NumberOf(PageImage page, int number) =>
        page.Lines.Single(line => line.Text.Replace(" ", "", StringComparison.Ordinal) == $"—{number}—");

    private static double Centre(PageLine line) => (line.Left + line.Right) / 2 / PointsOfMillimetre;

    private static int Millimetres(double points) => (int)Math.Round(points / PointsOfMillimetre);
}
