using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>Derives boundaries, components, flows and controls from the objects of one reading; the same objects always give the same content.</summary>
public static class ModelDerivation
{
    public static DerivedContent Of(IEnumerable<KubernetesObject> objects, SourceDescription source) => Of(Cluster.Of(objects), source);

    public static DerivedContent Of(Cluster cluster, SourceDescription source)
    {
        var draft = new Draft();
        new TenancyDerivation(cluster, source, draft).Run();
        var flows = new FlowDrafts(cluster);
        new MentionedFlows(cluster, flows).Run();
        new PolicyFlows(cluster, flows).Run();
        flows.AddTo(draft);
        var exposures = new ExposureFlows(cluster, draft);
        exposures.Run();
        if (flows.IsFull || exposures.IsFull) draft.Describe(DerivedKey.Cluster(source.Cluster), "The manifests tell of more flows than are drawn; the rest was left out.");
        return draft.ToDerived();
    }
}
