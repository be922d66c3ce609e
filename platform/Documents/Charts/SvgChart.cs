using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace StudySuite.Documents;

public static class SvgChart
{
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Plain SVG: no script, no style, nothing loaded; title and description for screen readers.</summary>
    public static string ToSvg(this Chart chart)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {ChartDrawing.Width} {ChartDrawing.Height}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"width=\"{ChartDrawing.Width}\" height=\"{ChartDrawing.Height}\" ");
        svg.Append("role=\"img\" font-family=\"SimSun, 'Noto Sans CJK SC', sans-serif\">");
        svg.Append("<title>").Append(Encode(chart.Title)).Append("</title>");
        svg.Append("<desc>").Append(Encode(chart.Description)).Append("</desc>");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        foreach (var shape in ChartDrawing.Of(chart))
        {
            Draw(svg, shape);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, Shape shape)
    {
        switch (shape)
        {
            case Box box:
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{box.X:0.##}\" y=\"{box.Y:0.##}\" ");
                svg.Append(CultureInfo.InvariantCulture, $"width=\"{box.Width:0.##}\" height=\"{box.Height:0.##}\" ");
                svg.Append(CultureInfo.InvariantCulture, $"fill=\"{ChartDrawing.Colours[box.Colour]}\"/>");
                break;
            case Stroke stroke:
                svg.Append("<polyline fill=\"none\" points=\"");
                svg.AppendJoin(' ', stroke.Points.Select(point =>
                    string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")));
                svg.Append(CultureInfo.InvariantCulture,
                    $"\" stroke=\"{ChartDrawing.Colours[stroke.Colour]}\" stroke-width=\"{stroke.Width:0.##}\"/>");
                break;
            case Caption caption:
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{caption.X:0.##}\" y=\"{caption.Y:0.##}\" ");
                svg.Append(CultureInfo.InvariantCulture, $"font-size=\"{caption.Size:0.##}\" ");
                svg.Append(CultureInfo.InvariantCulture, $"text-anchor=\"{caption.Anchor}\">");
                svg.Append(Encode(caption.Text)).Append("</text>");
                break;
        }
    }

    private static string Encode(string text) => Encoder.Encode(Texts.Clean(text));
}
