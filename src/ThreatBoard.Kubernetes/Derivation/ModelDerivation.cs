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
        var flows = new FlowDrafts();
        new MentionedFlows(cluster, flows).Run();
        new PolicyFlows(cluster, flows).Run();
        flows.AddTo(draft);
        new ExposureFlows(cluster, draft).Run();
        return draft.ToDerived();
    }
}
