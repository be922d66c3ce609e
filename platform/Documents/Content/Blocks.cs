namespace StudySuite.Documents;

/// <summary>What a document is made of, in reading order.</summary>
public abstract record Block;

public sealed record Heading(int Level, string Text) : Block;

public sealed record Paragraph(string Text, TextStyle Style) : Block;

public sealed record ItemList(IReadOnlyList<string> Items, bool Ordered) : Block;

public sealed record GridBlock(Grid Grid, string Caption) : Block;

public sealed record ChartBlock(Chart Chart) : Block;

public sealed record PageBreak : Block;

public sealed record NewSection(bool IsLandscape) : Block;

public sealed record AnnexHead(string Label, string Title) : Block;

public sealed record AttachmentNote(IReadOnlyList<string> Names) : Block;

public sealed record SignatureBlock(string Issuer, DateOnly Date) : Block;

/// <param name="Number">Empty while there is none.</param>
public sealed record IssuerMark(string Issuer, string Number);

public sealed record Colophon(string CopiesTo, string PrintedBy, DateOnly PrintedOn);

public enum TextStyle
{
    /// <summary>3号仿宋, first line two characters in.</summary>
    Body,

    /// <summary>As the body, without the indent.</summary>
    Flush,

    Centred,

    Right,

    /// <summary>小四楷体: a remark under a table or a form.</summary>
    Note,
}
