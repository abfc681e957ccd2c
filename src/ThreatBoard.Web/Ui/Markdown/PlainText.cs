using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ThreatBoard.Web.Ui.Markdown;

/// <summary>What people wrote as one line of plain words, for where there is no room for more.</summary>
public static class PlainText
{
    /// <summary>Without the marks of Markdown, names in place of mentions; as it was typed where it cannot be read.</summary>
    public static string Of(string text)
    {
        if (MarkdownReader.Read(text) is not { } document) return text;
        var words = new StringBuilder(text.Length);
        foreach (var block in document.Descendants().OfType<LeafBlock>())
        {
            if (words.Length > 0) words.Append(' ');
            if (block.Inline is { } inline) Write(inline, words);
            else words.Append(block.Lines.ToString().ReplaceLineEndings(" "));
        }

        return words.ToString().Trim();
    }

    private static void Write(ContainerInline container, StringBuilder words)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: words.Append(literal.Content.AsSpan()); break;
                case CodeInline code: words.Append(code.Content); break;
                case MentionInline mention: words.Append('@').Append(mention.Mention.Name); break;
                case AutolinkInline link: words.Append(link.Url); break;
                case HtmlEntityInline entity: words.Append(entity.Transcoded.AsSpan()); break;
                case LineBreakInline: words.Append(' '); break;
                case ContainerInline inner: Write(inner, words); break;
            }
        }
    }
}
