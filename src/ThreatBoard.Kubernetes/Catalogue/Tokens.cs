using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Whether a pod is given a token of its service account.</summary>
internal static class Tokens
{
    /// <summary>Where it is decided: the pod's word, else the account's, else the default, which is yes.</summary>
    public static Cursor? Mounted(Workload workload, Cluster cluster)
    {
        var own = workload.Pod["automountServiceAccountToken"];
        if (own.Flag is { } said) return said ? own : null;
        var account = cluster.Find($"ServiceAccount/{workload.Namespace}/{workload.ServiceAccount}")?["automountServiceAccountToken"];
        return account?.Flag switch { false => null, true => account, _ => own };
    }
}
