using QRCoder;

namespace ThreatBoard.Web.Features.Account;

/// <summary>A text as a QR code, in a picture that is part of the page: it is stored and requested nowhere.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 4;

    /// <returns>A <c>data:</c> address.</returns>
    public static string Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(PixelsPerModule))}";
    }
}
