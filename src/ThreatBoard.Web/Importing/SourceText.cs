using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Importing;

/// <summary>What a person says about where manifests come from.</summary>
public sealed record SourceText(string Name, string Cluster, string Environment)
{
    /// <summary>What is wrong with it, as a sentence that says what to do; null when it is fine.</summary>
    public string? Problem =>
        Name.Length == 0 ? "Name the source: the repository or service that these manifests come from."
        : Cluster.Length == 0 ? "Name the cluster that these manifests are applied to."
        : ShapeOf<Source>.Value.Fields.Select(f => f.Problem(On(new() { Id = default }, ""))).FirstOrDefault(problem => problem is not null);

    /// <summary>The source as it will be once a reading is accepted.</summary>
    public Source On(Source known, string snapshot) =>
        known with { Name = Name, Cluster = Cluster, Environment = Environment, Snapshot = snapshot };
}
