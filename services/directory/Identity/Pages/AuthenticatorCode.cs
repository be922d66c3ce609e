using System.Globalization;
using System.Text;
using QRCoder;

namespace StudySuite.Directory.Identity;

/// <summary>The QR code that an authenticator app reads: an <c>otpauth</c> address as one path of an inline SVG.</summary>
internal static class AuthenticatorCode
{
    private const string Issuer = "StudySuite";

    public static string Svg(string userName, string key)
    {
        var address = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(userName)}?secret={key}&issuer={Issuer}&digits=6&period=30";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var size = code.ModuleMatrix.Count;
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var start = x;
                while (x < size && code.ModuleMatrix[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return $"""<svg viewBox="0 0 {size} {size}" role="img" aria-label="QR" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path d="{path}"/></svg>""";
    }
}
