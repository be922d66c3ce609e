using System.Xml;

namespace StudySuite.Files;

/// <summary>One XML part of an office document.</summary>
internal static class OfficePart
{
    // Elements that end a paragraph, a shared string, a cell, a row or a text line.
    private static readonly HashSet<string> Breaks = ["p", "si", "c", "tr", "row", "TextObject", "title", "subject"];

    // A declaration is read up to its own node, where it is refused; nothing is fetched and nothing grows before.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Parse,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        MaxCharactersInDocument = 100_000_000,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static void Read(string name, Stream bytes, TextCollector text)
    {
        var isRelations = name.EndsWith(".rels", StringComparison.Ordinal);
        var isTypes = name == "[content_types].xml";
        using var xml = XmlReader.Create(bytes, Settings);
        var inField = false;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.DocumentType:
                    throw new FileRefusedException(FileFault.ExternalEntity);
                case XmlNodeType.Element when isRelations:
                    CheckRelation(xml);
                    break;
                case XmlNodeType.Element when isTypes:
                    CheckType(xml.GetAttribute("ContentType") ?? "");
                    break;
                case XmlNodeType.Element:
                    inField = xml.LocalName == "instrText" && !xml.IsEmptyElement;
                    CheckField(xml.LocalName == "fldSimple" ? xml.GetAttribute("instr", xml.NamespaceURI) ?? "" : "");
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    CheckField(inField ? xml.Value : "");
                    text.Append(xml.Value);
                    break;
                case XmlNodeType.EndElement:
                    inField = false;
                    if (Breaks.Contains(xml.LocalName))
                    {
                        text.EndParagraph();
                    }

                    break;
            }
        }
    }

    private static void CheckType(string type)
    {
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
        {
            throw new FileRefusedException(FileFault.Macro);
        }
    }

    /// <summary>A link that a person clicks is harmless; what is fetched on opening is not.</summary>
    private static void CheckRelation(XmlReader xml)
    {
        if (xml.LocalName != "Relationship")
        {
            return;
        }

        var (type, target) = (xml.GetAttribute("Type") ?? "", xml.GetAttribute("Target") ?? "");
        if (type.EndsWith("/vbaProject", StringComparison.Ordinal))
        {
            throw new FileRefusedException(FileFault.Macro);
        }

        var isLink = type.EndsWith("/hyperlink", StringComparison.Ordinal)
            && Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";
        if (string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase) && !isLink)
        {
            throw new FileRefusedException(FileFault.ExternalRelation);
        }
    }

    private static void CheckField(string instruction)
    {
        if (instruction.Contains("DDE", StringComparison.OrdinalIgnoreCase)
            || instruction.Contains("INCLUDE", StringComparison.OrdinalIgnoreCase))
        {
            throw new FileRefusedException(FileFault.ActiveContent);
        }
    }
}
