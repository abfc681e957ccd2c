using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Ui.Markdown;

/// <summary>Reads what people wrote; markup stays text, and what is nested beyond reason is not read at all.</summary>
public static class MarkdownReader
{
    private const int Deepest = 24;

    /// <summary>Each opening bracket may be looked at again for every later one.</summary>
    private const int MostBrackets = 400;

    private static readonly MarkdownPipeline s_pipeline = Pipeline();

    /// <summary>Null where the text is longer than a comment, has more brackets than anybody needs or is nested too deeply: show it as it was typed.</summary>
    public static MarkdownDocument? Read(string text)
    {
        if (text.Length > Limits.Comment || text.AsSpan().Count('[') > MostBrackets || IsQuotedTooOften(text)) return null;
        try
        {
            return Markdig.Markdown.Parse(text, s_pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Quotes in quotes are built before their depth is looked at.</summary>
    private static bool IsQuotedTooOften(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var end = line.IndexOfAnyExcept("> \t");
            if (line[..(end < 0 ? line.Length : end)].Count('>') > Deepest) return true;
        }

        return false;
    }

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = Deepest }.DisableHtml().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough);
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new MentionParser());
        return builder.Build();
    }

    private sealed class MentionParser : InlineParser
    {
        public MentionParser() => OpeningCharacters = ['@'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (!Mention.TryRead(slice.AsSpan(), out var mention, out var length)) return false;
            processor.Inline = new MentionInline(mention!);
            slice.Start += length;
            return true;
        }
    }
}
