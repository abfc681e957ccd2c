using Markdig.Syntax.Inlines;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Ui.Markdown;

/// <summary>A person or a team named in a text.</summary>
public sealed class MentionInline(Mention mention) : LeafInline
{
    public Mention Mention => mention;
}
