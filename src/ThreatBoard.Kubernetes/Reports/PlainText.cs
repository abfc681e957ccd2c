using System.Globalization;
using System.Text;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>Text of manifests as a terminal may show it: it sends no control sequences and prints no lines of its own.</summary>
public static class PlainText
{
    private const int Longest = 300;

    /// <summary>On one line, control and format characters as blanks, cut where it is too long.</summary>
    public static string OneLine(string text, int longest = Longest)
    {
        if (text.Length <= longest && !text.Any(IsUnseen)) return text;
        var line = new StringBuilder(Math.Min(text.Length, longest) + 1);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, longest))) line.Append(IsUnseen(c) ? ' ' : c);
        return text.Length > longest ? line.Append('…').ToString() : line.ToString();
    }

    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Count(int count, string of) => string.Create(CultureInfo.InvariantCulture, $"{count} {of}{(count == 1 ? "" : "s")}");

    // Format characters turn the direction of what follows, or hide it.
    private static bool IsUnseen(char c) => char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
