using System.Collections.Immutable;
using System.Globalization;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Comparing;

/// <summary>An element that stands elsewhere on a drawing; it is no change of the element.</summary>
/// <param name="From">In model units, as everywhere.</param>
public sealed record MovedElement(EntityRef Element, string Title, string Diagram, Point From, Point To)
{
    /// <summary>Elements that are in both states and were placed in both.</summary>
    public static ImmutableArray<MovedElement> Of(IEnumerable<Change> changes, ModelContent after) =>
    [
        .. from change in changes.OfType<Change<Placement>>()
           where change is { Before: { } was, After: { } now } && was.At != now.At && was.Element == now.Element && after.Has(now.Element)
           let title = EntityTitles.Title(after, change.After!.Element)
           orderby title, change.Entity
           select new MovedElement(change.After!.Element, title, after.Find<Diagram>(change.After!.Diagram.Value)?.Name ?? "", change.Before!.At, change.After!.At),
    ];

    public static string Words(Point at) => string.Create(CultureInfo.CurrentCulture, $"{at.X:0}, {at.Y:0}");
}
