using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>The lines of the tree that a filter leaves: under a heading for each kind its entities, and at the end what was only moved.</summary>
/// <param name="Entities">How many entities are among them.</param>
public sealed record TreeLines(List<TreeLine> All, int Entities)
{
    /// <summary>What the filter calls that which was moved and not changed.</summary>
    public const string Moves = "moved";

    public static TreeLines None { get; } = new([], 0);

    /// <param name="kind">Of the entities, or <see cref="Moves"/>; null for all.</param>
    /// <param name="change"><c>added</c>, <c>removed</c> or <c>changed</c>; null for all.</param>
    public static TreeLines Of(RevisionComparison comparison, string? kind, string? change)
    {
        var (lines, entities) = (new List<TreeLine>(), 0);
        foreach (var entity in comparison.Entities.Where(entity => (kind is null || entity.Entity.Kind == kind) && (change is null || WordOf(entity.Kind) == change)))
        {
            if (lines is not [.., TreeLine.Entity last] || last.What.Entity.Kind != entity.Entity.Kind) lines.Add(new TreeLine.Heading(EntityTitles.Plural(entity.Entity.Kind)));
            lines.Add(new TreeLine.Entity(entity, entities++));
        }

        if (kind is null or Moves && change is null && !comparison.Moved.IsEmpty)
        {
            lines.Add(new TreeLine.Heading("Moved on the drawing"));
            lines.AddRange(comparison.Moved.Select(moved => new TreeLine.Move(moved)));
        }

        return new(lines, entities);
    }

    public static string WordOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        _ => "changed",
    };
}
