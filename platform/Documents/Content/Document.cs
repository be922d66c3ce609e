namespace StudySuite.Documents;

/// <summary>One description of a document, from which come DOCX, print page and whatever form is next.</summary>
public sealed class Document(string title)
{
    private readonly List<Block> blocks = [];
    private readonly HeadingNumbers numbers = new();

    /// <summary>May be broken by meaning with line feeds.</summary>
    public string Title { get; } = title;

    /// <summary>Line under the title, such as the period or the unit of a form.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Wide forms and ledgers: the whole document lies on its side.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>Forms stand closer: no blank line after the title.</summary>
    public bool IsForm { get; init; }

    public IssuerMark? Mark { get; private set; }

    public string Addressee { get; private set; } = "";

    public IReadOnlyList<Block> Blocks => blocks;

    public Colophon? End { get; private set; }

    /// <summary>Red mark, document number and separator at the head of the first page.</summary>
    /// <param name="number">Such as 新宣通〔2023〕1号; may be empty while it is a draft.</param>
    public Document Marked(string issuer, string number)
    {
        Mark = new IssuerMark(issuer, number);
        return this;
    }

    /// <summary>Main addressees; the colon is set here.</summary>
    public Document To(string addressee)
    {
        Addressee = addressee.TrimEnd('：', ':');
        return this;
    }

    /// <param name="level">1 to 4: 一、 （一） 1. （1）, counted here unless the text brings its own.</param>
    public Document Heading(int level, string text, bool numbered = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 4);
        return Add(new Heading(level, numbered ? numbers.Next(level) + text : text));
    }

    /// <summary>Text of the body; each line of it is a paragraph. Empty text adds nothing.</summary>
    public Document Paragraph(string text, TextStyle style = TextStyle.Body)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Add(new Paragraph(line, style));
        }

        return this;
    }

    public Document List(params IReadOnlyList<string> items) => Add(new ItemList(items, Ordered: false));

    public Document NumberedList(params IReadOnlyList<string> items) => Add(new ItemList(items, Ordered: true));

    public Document Table(Table table) => Add(new GridBlock(table.ToGrid(), table.Caption));

    public Document Form(Form form) => Add(new GridBlock(form.ToGrid(), ""));

    public Document Chart(Chart chart) => Add(new ChartBlock(chart));

    public Document BlankLine() => Add(new Paragraph("", TextStyle.Flush));

    public Document PageBreak() => Add(new PageBreak());

    /// <summary>附件：1. … under the body; one alone goes without a number.</summary>
    public Document Attachments(params IReadOnlyList<string> names) =>
        names.Count == 0 ? this : Add(new AttachmentNote([.. names.Select(name => name.TrimEnd('。', '；', '.', ';'))]));

    /// <summary>Issuer and date of issue, as with a seal.</summary>
    public Document Signed(string issuer, DateOnly date) => Add(new SignatureBlock(issuer, date));

    /// <summary>An annex on a page of its own: its number at the left, its title in the third line.</summary>
    public Document Annex(string label, string title, bool landscape = false)
    {
        numbers.Restart();
        return Add(new NewSection(landscape)).Add(new AnnexHead(label, title));
    }

    /// <summary>Goes on in another direction of the paper, on a new page.</summary>
    public Document Turn(bool landscape) => Add(new NewSection(landscape));

    /// <summary>版记 at the foot of the last page.</summary>
    /// <param name="copiesTo">抄送; may be empty.</param>
    public Document Colophon(string copiesTo, string printedBy, DateOnly printedOn)
    {
        End = new Colophon(copiesTo, printedBy, printedOn);
        return this;
    }

    private Document Add(Block block)
    {
        blocks.Add(block);
        return this;
    }
}
