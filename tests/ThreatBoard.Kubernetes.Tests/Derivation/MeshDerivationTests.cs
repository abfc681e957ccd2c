using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Tests.Derivation;

public sealed class MeshDerivationTests
{
    private const string Api =
        """
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: back}, spec: {template: {metadata: {labels: {app: api}}, spec: {containers: [{name: node, ports: [{containerPort: 80}]}]}}}}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: api, namespace: back}, spec: {selector: {app: api}, ports: [{port: 80}]}}
        ---

        """;

    private const string Caller = "env: [{name: API_URL, value: 'http://api.back'}]";

    [Theory]
    [InlineData("", Encryption.None)]
    [InlineData("{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: back}, spec: {mtls: {mode: STRICT}}}", Encryption.MutualTls)]
    [InlineData("{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: istio-system}, spec: {mtls: {mode: STRICT}}}", Encryption.MutualTls)]
    [InlineData("{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: back}, spec: {mtls: {mode: PERMISSIVE}}}", Encryption.None)]
    [InlineData("{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: back}, spec: {selector: {matchLabels: {app: api}}, mtls: {mode: STRICT}, portLevelMtls: {80: {mode: DISABLE}}}}", Encryption.None)]
    [InlineData("{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: d, namespace: back}, spec: {host: api, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}}", Encryption.MutualTls)]
    [InlineData("{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: d, namespace: shop}, spec: {host: api.back.svc.cluster.local, trafficPolicy: {tls: {mode: SIMPLE}}}}", Encryption.Tls)]
    [InlineData("{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: d, namespace: back}, spec: {host: api, trafficPolicy: {tls: {mode: DISABLE}}}}", Encryption.None)]
    public void What_a_mesh_says_about_TLS_is_how_the_flow_is_protected(string mesh, Encryption encryption)
    {
        var flow = Assert.Single(TestModel.OfPod(Caller, beside: Api + mesh).Graph.Flows);

        Assert.Equal(encryption, flow.Transport.Encryption);
        Assert.Equal(encryption == Encryption.MutualTls ? Authentication.MutualTls : Authentication.Unknown, flow.Transport.Authentication);
    }

    [Theory]
    [InlineData("enabled", "enabled", "", Encryption.MutualTls)]
    [InlineData("enabled", "disabled", "", Encryption.None)]
    [InlineData("enabled", "enabled", "config.linkerd.io/skip-inbound-ports: '80,4000-5000', ", Encryption.None)]
    public void Linkerd_encrypts_between_two_that_it_is_injected_into(string caller, string called, string skipped, Encryption encryption)
    {
        var api = Api.Replace("{labels: {app: api}}", $"{{labels: {{app: api}}, annotations: {{{skipped}linkerd.io/inject: {called}}}}}", StringComparison.Ordinal);

        var model = TestModel.OfPod(Caller, beside: api, template: $", annotations: {{linkerd.io/inject: {caller}}}");

        Assert.Equal(encryption, Assert.Single(model.Graph.Flows).Transport.Encryption);
        Assert.Contains(model.Content.All<Boundary>(), b => b.Name == "web" && b.Tags.Contains("Linkerd"));
    }

    [Fact]
    public void Who_may_call_is_a_control_of_the_pods_or_of_their_namespace()
    {
        const string policies =
            """
            {apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: one, namespace: back}, spec: {selector: {matchLabels: {app: api}}, rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]}]}}
            ---
            {apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: all, namespace: back}, spec: {mtls: {mode: STRICT}}}
            """;

        var content = TestModel.OfPod(Caller, beside: Api + policies).Content;

        var authenticated = Assert.Single(content.All<Control>(), c => c.Name == ControlNames.AuthenticatedOnEntry);
        Assert.Equal((ControlPresence.Present, "api"), (authenticated.State.Presence, content.Find<Boundary>(authenticated.Of.Id)!.Name));
        Assert.Contains("cluster.local/ns/shop/sa/web", authenticated.State.Because, StringComparison.Ordinal);
        Assert.Equal("back", content.Find<Boundary>(Assert.Single(content.All<Control>(), c => c.Name == ControlNames.MutualTlsOnEntry).Of.Id)!.Name);
    }

    [Theory]
    [InlineData("rules: [{}]")]
    [InlineData("action: DENY, rules: [{from: [{source: {principals: [x]}}]}]")]
    public void A_policy_that_lets_anybody_call_is_no_control(string policy) =>
        Assert.DoesNotContain(
            TestModel.OfPod(beside: Api + $"{{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {{name: one, namespace: back}}, spec: {{{policy}}}}}").Content.All<Control>(),
            c => c.Name == ControlNames.AuthenticatedOnEntry);

    [Theory]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: pay, namespace: shop}, spec: {type: ExternalName, externalName: pay.example.com}}", "pay", "pay.example.com")]
    [InlineData("{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: pay, namespace: shop}, spec: {hosts: [pay.example.com]}}", "pay.example.com", "pay.example.com")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: pay, namespace: shop}, spec: {ports: [{port: 443}]}}\n---\n{apiVersion: v1, kind: Endpoints, metadata: {name: pay, namespace: shop}, subsets: [{addresses: [{ip: 192.0.2.7}]}]}", "pay", "pay")]
    public void What_stands_outside_behind_a_name_is_an_external_entity(string beside, string host, string entity)
    {
        var model = TestModel.OfPod($"env: [{{name: PAY_URL, value: 'https://{host}'}}]", beside: beside);

        Assert.Equal(["web/c → " + entity + ":" + (beside.Contains("443", StringComparison.Ordinal) ? "443" : "")], model.Flows());
        Assert.Equal(ComponentKind.ExternalEntity, Assert.Single(model.Content.All<Component>(), c => c.Name == entity).Kind);
    }

    [Fact]
    public void An_ExternalName_of_the_cluster_itself_leads_to_that_Service()
    {
        var alias = "{apiVersion: v1, kind: Service, metadata: {name: alias, namespace: shop}, spec: {type: ExternalName, externalName: api.back.svc.cluster.local}}\n---\n";

        Assert.Equal(["web/c → api/node:80"], TestModel.OfPod("env: [{name: API_URL, value: 'http://alias'}]", beside: alias + Api).Flows());
    }
}
