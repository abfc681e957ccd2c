using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Paths.Drawing;

/// <summary>What lies in a container's hands: its pod's place in the network and its token, mounted secrets and volumes.</summary>
internal sealed class MountEdges(GraphDraft draft, Places places)
{
    public void Draw()
    {
        foreach (var workload in draft.Cluster.Workloads)
        {
            var pod = places.Pod(workload);
            foreach (var container in workload.Containers)
            {
                var own = places.Container(container);
                draft.Same(own, pod);
                Environment(container, own);
            }
            Token(workload, pod);
            Volumes(workload);
        }
        foreach (var secret in draft.Cluster.All("Secret")) TokenIn(secret);
    }

    private void Token(Workload workload, int pod)
    {
        if (workload.IsStatic || TokenOf(workload) is not { } at) return;
        var account = ClusterPermissions.AccountOf(workload);
        draft.Step(pod, places.Subject(account), GraphDraft.Reason(EdgeCodes.Token, $"finds the token of service account {account} in its files", workload.Pod["serviceAccountName"].Evidence, at.Evidence) with { Pod = workload });
    }

    /// <summary>Mounted by default, or by a projected volume of its own.</summary>
    private Cursor? TokenOf(Workload workload) => Tokens.Mounted(workload, draft.Cluster)
        ?? workload.Pod["volumes"].Items.SelectMany(volume => volume["projected"]["sources"].Items).Select(source => (Cursor?)source["serviceAccountToken"])
            .FirstOrDefault(at => at is { Exists: true } && (at.Value["audience"].Text is null or "" || at.Value["audience"].Text!.Contains("kubernetes", StringComparison.Ordinal)));

    private void Environment(Container container, int own)
    {
        foreach (var variable in container.At["env"].Items) Secret(own, container, variable["valueFrom"]["secretKeyRef"]["name"]);
        foreach (var source in container.At["envFrom"].Items) Secret(own, container, source["secretRef"]["name"]);
    }

    private void Volumes(Workload workload)
    {
        var mounts = workload.Containers.SelectMany(c => c.At["volumeMounts"].Items.Select(m => (Container: c, Mount: m)))
            .ToLookup(m => m.Mount["name"].Text ?? "", StringComparer.Ordinal);
        foreach (var volume in workload.Pod["volumes"].Items)
            foreach (var (container, mount) in mounts[volume["name"].Text ?? ""])
            {
                var own = places.Container(container);
                Secret(own, container, volume["secret"]["secretName"]);
                foreach (var source in volume["projected"]["sources"].Items) Secret(own, container, source["secret"]["name"]);
                Claim(own, workload, volume["persistentVolumeClaim"]["claimName"], mount);
            }
        foreach (var template in workload.Root["spec"]["volumeClaimTemplates"].Items)
            foreach (var (container, mount) in mounts[template["metadata"]["name"].Text ?? ""]) Claim(places.Container(container), workload, template["metadata"]["name"], mount);
    }

    private void Secret(int own, Container container, Cursor named)
    {
        if (named.Text is not { Length: > 0 } name) return;
        draft.Step(own, places.Secret(container.Workload.Namespace, name), GraphDraft.Reason(EdgeCodes.MountedSecret, $"is given secret {name}", named.Evidence));
    }

    private void Claim(int own, Workload workload, Cursor named, Cursor mount)
    {
        if (named.Text is not { Length: > 0 } name) return;
        draft.Step(own, places.Volume(workload.Namespace, name), GraphDraft.Reason(EdgeCodes.MountedVolume, $"mounts volume {name}", named.Evidence, mount["mountPath"].Evidence));
    }

    /// <summary>A secret that holds a token makes whoever reads it that account.</summary>
    private void TokenIn(Cursor secret)
    {
        var own = places.Secret(secret.Object.Namespace, secret.Object.Name);
        if (secret["type"].Text != "kubernetes.io/service-account-token" || secret.Object.Annotations.GetValueOrDefault("kubernetes.io/service-account.name") is not { Length: > 0 } name) return;
        draft.Step(own, places.Subject(RbacSubject.Account(secret.Object.Namespace, name)), GraphDraft.Reason(
            EdgeCodes.TokenSecret, $"holds a token of service account {name} that does not expire", secret["type"].Evidence, secret["metadata"]["annotations"]["kubernetes.io/service-account.name"].Evidence));
    }
}
