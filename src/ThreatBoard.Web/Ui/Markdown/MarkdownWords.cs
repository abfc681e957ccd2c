using System.Text;

namespace ThreatBoard.Web.Ui.Markdown;

/// <summary>Text of people inside a Markdown document: it stays what they wrote, and becomes neither markup nor HTML nor a link.</summary>
public static class MarkdownWords
{
    private const string Special = "\\`*_{}[]()#+-.!|<>~&\"':@=^$";

    /// <summary>On one line, every character escaped that could mean something.</summary>
    public static string Escape(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Special.Contains(c, StringComparison.Ordinal)) written.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => $"\\{c}" });
            else written.Append(char.IsControl(c) ? ' ' : c);
        }

        return written.ToString().Trim();
    }
}
