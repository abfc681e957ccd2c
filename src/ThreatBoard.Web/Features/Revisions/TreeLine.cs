using ThreatBoard.Web.Comparing;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>One line of the tree of changes.</summary>
public abstract record TreeLine
{
    private TreeLine()
    {
    }

    public sealed record Heading(string Words) : TreeLine;

    /// <param name="Index">Among the entities that are shown, from 0.</param>
    public sealed record Entity(ComparedEntity What, int Index) : TreeLine;

    public sealed record Move(MovedElement Element) : TreeLine;
}
