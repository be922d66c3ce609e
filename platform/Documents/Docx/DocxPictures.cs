using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Svg = DocumentFormat.OpenXml.Office2019.Drawing.SVG;
using WP = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace StudySuite.Documents;

/// <summary>Charts as SVG pictures, with a PNG for programs that know no SVG.</summary>
internal sealed class DocxPictures(MainDocumentPart main)
{
    private const long Emu = 36000; // per millimetre
    private const double Millimetres = 150;
    private uint last;

    public OpenXmlElement Of(Chart chart)
    {
        var number = ++last;
        var svg = Store($"chart{number}svg", ImagePartType.Svg, Encoding.UTF8.GetBytes(chart.ToSvg()));
        var png = Store($"chart{number}png", ImagePartType.Png, chart.ToPng());
        var (width, height) = ((long)(Millimetres * Emu),
            (long)(Millimetres * Emu * ChartDrawing.Height / ChartDrawing.Width));
        var name = string.Create(CultureInfo.InvariantCulture, $"图{number}");

        var picture = new Pic.Picture(
            new Pic.NonVisualPictureProperties(
                new Pic.NonVisualDrawingProperties { Id = number, Name = name },
                new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(
                new A.Blip(new A.BlipExtensionList(new A.BlipExtension(new Svg.SVGBlip { Embed = svg })
                {
                    Uri = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}",
                }))
                { Embed = png },
                new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        var inline = new WP.Inline(
            new WP.Extent { Cx = width, Cy = height },
            new WP.DocProperties
            {
                Id = number, Name = name, Description = Texts.Clean($"{chart.Title}。{chart.Description}"),
            },
            new A.Graphic(new A.GraphicData(picture)
            {
                Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
            }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };

        return new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = DocxStyles.Centred },
                new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }),
            new Run(new DocumentFormat.OpenXml.Wordprocessing.Drawing(inline)));
    }

    private string Store(string id, PartTypeInfo type, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        main.AddImagePart(type, id).FeedData(content);
        return id;
    }
}
