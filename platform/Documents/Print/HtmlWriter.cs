using System.Globalization;
using System.Text;

namespace StudySuite.Documents;

/// <summary>Tags are the page's own; every text goes through the encoder.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder html = new();

    public HtmlWriter Raw(string markup)
    {
        html.Append(markup);
        return this;
    }

    /// <summary>Line feeds become breaks.</summary>
    public HtmlWriter Text(string text)
    {
        foreach (var (index, line) in Texts.Clean(text.ReplaceLineEndings("\n")).Split('\n').Index())
        {
            html.Append(index > 0 ? "<br>" : "").Append(SvgChart.Encoder.Encode(line));
        }

        return this;
    }

    public HtmlWriter Element(string name, string cssClass, string text)
    {
        html.Append('<').Append(name);
        if (cssClass.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $" class=\"{cssClass}\"");
        }

        html.Append('>');
        Text(text).Raw($"</{name}>\n");
        return this;
    }

    public override string ToString() => html.ToString();
}
