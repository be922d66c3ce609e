namespace StudySuite.Documents;

/// <summary>Measures of GB/T 9704-2012 in millimetres; 22 lines of 28 characters fill the type area.</summary>
internal static class Paper
{
    public const double Width = 210, Height = 297;
    public const double Top = 37, Bottom = 35, Left = 28, Right = 26;
    public const double AreaWidth = Width - Left - Right, AreaHeight = Height - Top - Bottom;
    public const int Lines = 22, Characters = 28;

    /// <summary>From the area's top to the mark's, from the number to the separator, from the area to the page number.</summary>
    public const double MarkTop = 35, SeparatorGap = 4, PageNumberGap = 7;

    /// <summary>Twentieths of a point, the unit of most Open XML measures.</summary>
    public static int Twips(double millimetres) => (int)Math.Round(millimetres / 25.4 * 1440);

    /// <summary>Rounded down: a hair more and the last line or character no longer fits.</summary>
    public static readonly int LineTwips = (int)(AreaHeight / Lines / 25.4 * 1440);

    /// <summary>What a 16 point character, 320 twips, is narrowed by so that 28 fill a line; rounded to the narrower side.</summary>
    public static readonly int CharacterSpacingTwips = (int)Math.Floor(AreaWidth / Characters / 25.4 * 1440 - 320);

    public static readonly double CharacterTwips = AreaWidth / Characters / 25.4 * 1440;
}
