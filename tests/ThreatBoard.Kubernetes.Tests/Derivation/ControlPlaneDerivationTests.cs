using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Tests.Derivation;

public sealed class ControlPlaneDerivationTests
{
    private const string Static =
        """
        {apiVersion: v1, kind: Pod, metadata: {name: kube-apiserver-n1, namespace: kube-system, ownerReferences: [{kind: Node, name: n1}]}, spec: {nodeName: n1, containers: [{name: kube-apiserver, image: 'registry.k8s.io/kube-apiserver:v1.35', command: [kube-apiserver, --authorization-mode=Node, 'RBAC', FLAGS]}]}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: etcd-n1, namespace: kube-system, ownerReferences: [{kind: Node, name: n1}]}, spec: {nodeName: n1, containers: [{name: etcd, image: 'registry.k8s.io/etcd:3.6', command: [etcd, --client-cert-auth=true, --trusted-ca-file=/ca]}]}}
        """;

    [Fact]
    public void Every_cluster_has_a_control_plane_of_which_nobody_said_anything()
    {
        var content = TestModel.OfPod().Content;

        var plane = Assert.Single(content.All<Boundary>(), b => b.Name == "Control plane");
        Assert.Equal(BoundaryKind.Cluster, content.Find(plane.Tenancy)!.Kind);
        Assert.Equal(["API server", "Network (CNI)", "etcd", "kubelet"], content.All<Component>().Where(c => c.Zone == plane.Id).Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.All(content.All<Control>().Where(c => c.Of == EntityRef.To(plane)), c => Assert.Equal(ControlPresence.Unknown, c.State.Presence));
        Assert.Empty(TestModel.OfPod().Flows());
    }

    [Theory]
    [InlineData("--anonymous-auth=false", "API server refuses anonymous requests", ControlPresence.Present)]
    [InlineData("--profiling=false", "API server refuses anonymous requests", ControlPresence.Absent)]
    [InlineData("--authentication-config=/c", "API server refuses anonymous requests", ControlPresence.Unknown)]
    [InlineData("'--authorization-mode=Node,RBAC'", "API server authorizes by Node and RBAC", ControlPresence.Present)]
    [InlineData("--authorization-mode=AlwaysAllow", "API server authorizes by Node and RBAC", ControlPresence.Absent)]
    [InlineData("--encryption-provider-config=/e", "Secrets are encrypted at rest", ControlPresence.Present)]
    [InlineData("--x=1", "Secrets are encrypted at rest", ControlPresence.Absent)]
    [InlineData("--x=1", "etcd admits only clients with certificates", ControlPresence.Present)]
    [InlineData("--audit-policy-file=/p, --audit-log-path=/l", ControlNames.AuditLogging, ControlPresence.Present)]
    [InlineData("--audit-policy-file=/p", ControlNames.AuditLogging, ControlPresence.Absent)]
    [InlineData("'--enable-admission-plugins=NodeRestriction,X'", "Nodes may change only what is theirs (NodeRestriction)", ControlPresence.Present)]
    [InlineData("--x=1", ControlNames.HardenedKubelet, ControlPresence.Unknown)]
    public void Flags_of_static_pods_state_its_controls(string flags, string control, ControlPresence presence)
    {
        var content = TestModel.Of(Static.Replace("FLAGS", flags, StringComparison.Ordinal)).Content;

        Assert.All(content.All<Control>().Where(c => c.Name == control && content.Find<Boundary>(c.Of.Id)?.Kind is BoundaryKind.Custom or BoundaryKind.Cluster), c => Assert.Equal(presence, c.State.Presence));
        Assert.Contains(content.All<Control>(), c => c.Name == control);
    }

    [Fact]
    public void Pods_of_the_control_plane_stand_in_for_its_components_and_their_flags_for_its_flows()
    {
        var model = TestModel.Of(Static.Replace("FLAGS", "'--etcd-servers=https://127.0.0.1:2379', --etcd-certfile=/c, --etcd-cafile=/ca, --kubelet-client-certificate=/k", StringComparison.Ordinal));

        var plane = Assert.Single(model.Content.All<Boundary>(), b => b.Name == "Control plane");
        Assert.Equal(["etcd-n1", "kube-apiserver-n1"], model.Content.All<Boundary>().Where(b => b.Zone == plane.Id).Select(b => b.Name).Order(StringComparer.Ordinal));
        Assert.All(model.Content.All<Boundary>().Where(b => b.Zone == plane.Id), b => Assert.True(b.Tags.Contains("static")));
        Assert.Equal(["kube-apiserver-n1/kube-apiserver → etcd-n1/etcd:2379", "kube-apiserver-n1/kube-apiserver → kubelet:10250"], model.Flows());
        Assert.Equal((Encryption.MutualTls, CertificateCheck.Validated), Of(2_379));
        Assert.Equal((Encryption.MutualTls, CertificateCheck.NotValidated), Of(10_250));

        (Encryption, CertificateCheck) Of(int port) => Assert.Single(model.Graph.Flows, f => f.Port == port).Transport is var transport ? (transport.Encryption, transport.Certificate) : default;
    }

    [Theory]
    [InlineData("docker.io/calico/node:v3", ControlPresence.Present)]
    [InlineData("ghcr.io/flannel-io/flannel:v1", ControlPresence.Absent)]
    [InlineData("kindest/kindnetd:v1", ControlPresence.Unknown)]
    public void The_network_plugin_says_whether_policies_are_enforced(string image, ControlPresence presence)
    {
        var content = TestModel.Of($"{{apiVersion: apps/v1, kind: DaemonSet, metadata: {{name: net, namespace: kube-system}}, spec: {{template: {{spec: {{containers: [{{name: c, image: '{image}'}}]}}}}}}}}").Content;

        Assert.Equal(presence, Assert.Single(content.All<Control>(), c => c.Name == "The network enforces NetworkPolicies").State.Presence);
        Assert.DoesNotContain(content.All<Component>(), c => c.Name == "Network (CNI)");
    }

    [Fact]
    public void Admission_policies_that_are_bound_are_a_control()
    {
        const string policy = "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicy, metadata: {name: images}}\n---\n";
        const string binding = "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicyBinding, metadata: {name: b}, spec: {policyName: images}}\n---\n";

        Assert.Equal(ControlPresence.Present, Presence(policy + binding));
        Assert.Equal(ControlPresence.Unknown, Presence(policy));

        static ControlPresence Presence(string beside) => Assert.Single(TestModel.OfPod(beside: beside).Content.All<Control>(), c => c.Name == "Admission policies of its own").State.Presence;
    }

    [Fact]
    public void A_RuntimeClass_and_a_LimitRange_are_told()
    {
        const string limits = "{apiVersion: v1, kind: LimitRange, metadata: {name: small, namespace: shop}}";
        var content = TestModel.OfPod(pod: "runtimeClassName: gvisor", beside: limits).Content;

        Assert.Contains(content.All<Boundary>(), b => b.Tags.Contains("runtime gvisor"));
        Assert.Contains("LimitRange small", Assert.Single(content.All<Control>(), c => c.Name == ControlNames.Quotas).State.Because, StringComparison.Ordinal);
    }
}
