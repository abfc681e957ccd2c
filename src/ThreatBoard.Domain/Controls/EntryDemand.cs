using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Controls;

/// <summary>Something that a boundary can ask of whatever enters it, by a control of this name: what the flows say answers it, and nobody has to.</summary>
/// <param name="Unmet">What a flow that does not meet it is, as the end of a sentence.</param>
public sealed record EntryDemand(string Name, string Unmet, Func<Flow, Fact> Meets)
{
    public static ImmutableArray<EntryDemand> All { get; } =
    [
        new(ControlNames.MutualTlsOnEntry, "not mutual TLS", flow => flow.Transport.Encryption switch
        {
            Encryption.Unknown => Fact.Unknown,
            Encryption.MutualTls => Fact.Yes,
            _ => Fact.No,
        }),
        new(ControlNames.AuthenticatedOnEntry, "not authenticated", flow => flow.Transport.Authentication switch
        {
            Authentication.Unknown => Fact.Unknown,
            Authentication.None => Fact.No,
            _ => Fact.Yes,
        }),
    ];

    public static EntryDemand? Named(string name) => All.FirstOrDefault(demand => demand.Name == name);

    /// <summary>The flows that come from outside into a boundary, or into a part of it.</summary>
    public static IEnumerable<Flow> Entering(ModelGraph graph, Boundary boundary) => graph.Flows.Where(flow =>
        graph.Containment.Of(graph.From(flow), boundary.Id) is not Lies.Inside && graph.Containment.Of(graph.To(flow), boundary.Id) is not Lies.Outside);
}
