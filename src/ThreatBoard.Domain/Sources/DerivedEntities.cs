using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Sources;

/// <summary>The entities of a content that sources may derive.</summary>
internal static class DerivedEntities
{
    public static IEnumerable<(string Kind, IDerivedEntity Entity)> Of(ModelContent content) =>
        content.All<Boundary>().Select(e => (ShapeOf<Boundary>.Name, (IDerivedEntity)e))
            .Concat(content.All<Component>().Select(e => (ShapeOf<Component>.Name, (IDerivedEntity)e)))
            .Concat(content.All<Flow>().Select(e => (ShapeOf<Flow>.Name, (IDerivedEntity)e)))
            .Concat(content.All<Control>().Select(e => (ShapeOf<Control>.Name, (IDerivedEntity)e)));

    public static string KeyOf(IDerivedEntity derived) => derived.Origins.First().Key;
}
