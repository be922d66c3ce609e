using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace StudySuite.Documents;

/// <summary>Boxes and axes of a chart without its texts, for word processors too old to show SVG.</summary>
internal static class PngChart
{
    private const int Width = ChartDrawing.Width, Height = ChartDrawing.Height;

    public static byte[] ToPng(this Chart chart)
    {
        var pixels = new byte[Width * Height];
        Array.Fill(pixels, (byte)ChartDrawing.Colours.Count);
        foreach (var shape in ChartDrawing.Of(chart))
        {
            switch (shape)
            {
                case Box box:
                    Fill(pixels, box.X, box.Y, box.X + box.Width, box.Y + box.Height, box.Colour);
                    break;
                case Stroke stroke:
                    foreach (var (from, to) in stroke.Points.Zip(stroke.Points.Skip(1)))
                    {
                        Draw(pixels, from, to, stroke);
                    }

                    break;
            }
        }

        return Encode(pixels);
    }

    private static void Draw(byte[] pixels, (double X, double Y) from, (double X, double Y) to, Stroke stroke)
    {
        var steps = Math.Max(1, (int)(Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y)));
        for (var step = 0; step <= steps; step++)
        {
            var (x, y) = (from.X + (to.X - from.X) * step / steps, from.Y + (to.Y - from.Y) * step / steps);
            Fill(pixels, x, y, x + Math.Max(1, stroke.Width), y + Math.Max(1, stroke.Width), stroke.Colour);
        }
    }

    private static void Fill(byte[] pixels, double left, double top, double right, double bottom, int colour)
    {
        for (var y = Math.Clamp((int)top, 0, Height); y < Math.Clamp((int)bottom, 0, Height); y++)
        {
            var (from, to) = (Math.Clamp((int)left, 0, Width), Math.Clamp((int)right, 0, Width));
            pixels.AsSpan(y * Width + from, Math.Max(0, to - from)).Fill((byte)colour);
        }
    }

    private static byte[] Encode(byte[] pixels)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 3); // 8 bits each, colours from a palette
        Chunk(png, "IHDR", head);
        Chunk(png, "PLTE", [.. ChartDrawing.Colours.Append("#ffffff")
            .SelectMany(colour => Convert.FromHexString(colour[1..]))]);
        using var data = new MemoryStream();
        using (var zip = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                zip.WriteByte(0); // each line starts with its filter: none
                zip.Write(pixels, y * Width, Width);
            }
        }

        Chunk(png, "IDAT", data.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(Stream png, string type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
