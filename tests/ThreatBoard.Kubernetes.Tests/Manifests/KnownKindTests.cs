using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Tests.Manifests;

public sealed class KnownKindTests
{
    [Theory]
    [InlineData("gateway.networking.k8s.io/v1", "Gateway", "Gateway", "gateway.networking.k8s.io/Gateway/ns/it")]
    [InlineData("networking.istio.io/v1", "Gateway", "Gateway.networking.istio.io", "networking.istio.io/Gateway/ns/it")]
    [InlineData("networking.k8s.io/v1", "NetworkPolicy", "NetworkPolicy", "networking.k8s.io/NetworkPolicy/ns/it")]
    [InlineData("projectcalico.org/v3", "NetworkPolicy", "NetworkPolicy.crd.projectcalico.org", "crd.projectcalico.org/NetworkPolicy/ns/it")]
    [InlineData("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", "ClusterNetworkPolicy", "policy.networking.k8s.io/ClusterNetworkPolicy/it")]
    [InlineData("cilium.io/v2", "CiliumNetworkPolicy", "CiliumNetworkPolicy", "cilium.io/CiliumNetworkPolicy/ns/it")]
    [InlineData("policy/v1beta1", "PodSecurityPolicy", "PodSecurityPolicy", "policy/PodSecurityPolicy/it")]
    public void Kinds_of_one_name_are_told_apart_by_their_group(string version, string kind, string term, string key)
    {
        var found = Reading.One($"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: it, namespace: ns}}");

        Assert.Equal((term, key), (found.Known.Term, found.Key));
    }

    [Fact]
    public void Every_kind_has_a_term_of_its_own_and_is_found_by_its_group() =>
        Assert.All(KnownKind.All, kind =>
        {
            Assert.Single(KnownKind.All, other => other.Term == kind.Term);
            Assert.Same(kind, KnownKind.Find($"{kind.Group}/v1", kind.Kind));
        });

    [Fact]
    public void Policies_of_network_plugins_are_known_to_exist()
    {
        var model = TestModel.Of("apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: it, namespace: ns}\n---\napiVersion: crd.antrea.io/v1beta1\nkind: ClusterNetworkPolicy\nmetadata: {name: it}");

        Assert.Equal(["cilium.io/CiliumNetworkPolicy/ns/it", "crd.antrea.io/ClusterNetworkPolicy/it"], model.Cluster.PluginPolicies.Select(p => p.Object.Key));
        Assert.Empty(model.Cluster.Policies);
    }
}
