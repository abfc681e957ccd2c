using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Snapshots;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>The model that a reading comes to on its own: one source, everything derived from it accepted, without a database.</summary>
public sealed class ManifestModel
{
    private ManifestModel(ManifestReading reading, SourceDescription description)
    {
        Reading = reading;
        Source = new()
        {
            Id = DerivedContent.Self,
            Name = description.Name,
            Cluster = description.Cluster,
            Environment = description.Environment,
            Snapshot = Snapshot.Of(reading.Objects).Hash,
        };
        Content = ModelDerivation.Of(reading.Objects, description).Content.With(Source);
        Cluster = Cluster.Of(reading.Objects, new(Content, new HashSet<Id<Source>> { Source.Id }, Source.Cluster));
    }

    public ManifestReading Reading { get; }

    public Source Source { get; }

    public ModelContent Content { get; }

    public Cluster Cluster { get; }

    public static ManifestModel Of(ManifestReading reading, SourceDescription description) => new(reading, description);

    /// <summary>The content as a revision holds it; the same for the same manifests, on every machine.</summary>
    public byte[] ToCanonicalJson() => CanonicalJson.Write(Content, ModelPart.Content);
}
